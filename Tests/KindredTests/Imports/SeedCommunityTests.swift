import Community
import Database
import ForumSupport
import Seeds
import TestSupport
import Testing

@testable import Kindred

@Suite("Seeding") struct SeedCommunityTests {
  private func seed(_ store: any Store, topics: Int = 70, hash: String? = nil) async throws -> ImportPipeline.Report {
    let community = SeededCommunity(members: 60, topics: topics, endingAt: Timestamp.testStart.rawValue)
    return try await SeedCommunity(community: community, store: store, source: try ImportSource("seed-1-60-70"), passwordHash: hash).run()
  }

  @Test("a seeded community is whole, the same each time, and seeding again adds nothing") func whole() async throws {
    let store = try await TestStore.make()
    let report = try await seed(store)
    #expect(report.problems == [])
    let shape: SQL = """
      SELECT 'topic ' || id || title || reply_count || accepted_count || bumped_at || me_too_count || coalesce(solved_note, '') FROM topic
      UNION ALL SELECT 'post ' || id || html || vote_count || version || author_id || remark_count FROM post
      UNION ALL SELECT 'member ' || id || handle || post_count || role FROM member
      """
    let first = try await store.read { tx in try tx.values(shape, as: String.self).sorted() }
    let counts = try await store.read { tx in
      try tx.first("SELECT (SELECT count(*) FROM topic), (SELECT count(*) FROM member), (SELECT count(*) FROM category)") { row in
        try (0..<3).map { _ in try row.next(Int.self) }
      }
    }
    #expect(counts == [70, 60, 9])
    #expect(try await seed(store).written == 0)
    let told = try await store.read { tx in try tx.events(after: 0, limit: 1000).filter { TellMembers.kinds.contains($0.event.kind) }.count
    }
    #expect(told == 0, "nobody is told of what was brought along")
    #expect(try await store.read { tx in try tx.values(shape, as: String.self).sorted() } == first)
    let other = try await TestStore.make()
    _ = try await seed(other)
    #expect(try await other.read { tx in try tx.values(shape, as: String.self).sorted() } == first)
    let wrong = try await store.read { tx in
      try tx.values(
        """
        SELECT 'votes of ' || id FROM post WHERE vote_count <> (SELECT count(*) FROM vote WHERE post_id = post.id)
        UNION ALL SELECT 'versions of ' || id FROM post WHERE version <> 1 + (SELECT count(*) FROM post_version WHERE post_id = post.id)
        UNION ALL SELECT 'me too of ' || id FROM topic WHERE me_too_count <> (SELECT count(*) FROM me_too WHERE topic_id = topic.id)
        """, as: String.self)
    }
    #expect(wrong == [])
  }

  @Test("nobody is said to come from another forum, and every mention leads to somebody") func people() async throws {
    let forum = try await TestForum.make()
    // Nobody is mentioned in the topics that are written by hand.
    _ = try await seed(forum.store, topics: 150)
    let pages = try await forum.store.read { tx in
      try tx.values("SELECT html FROM post WHERE html LIKE '%class=\"mention\"%'", as: String.self)
    }
    let named = Set(pages.flatMap { $0.split(separator: "href=\"/m/").dropFirst().map { String($0.prefix { $0 != "\"" }) } })
    #expect(!named.isEmpty)
    let visitor = forum.visitor()
    for handle in named.sorted().prefix(20) + ["ana"] {
      let page = try await visitor.get("/m/\(handle)")
      #expect(page.status == 200 && !page.text.contains("forum before this one"), "\(handle)")
    }
    #expect(try await forum.store.number("SELECT count(*) FROM member WHERE imported") == 0)
  }

  @Test("without a password nobody can sign in; with one the cast can, and the site is set up") func signIn() async throws {
    let shut = try await TestStore.make()
    _ = try await seed(shut)
    #expect(
      try await shut.read { tx in
        try tx.value("SELECT count(*) FROM member WHERE email IS NOT NULL OR password_hash IS NOT NULL", as: Int.self)
      } == 0)
    #expect(try await shut.read { tx in try SiteSettings.load(in: tx).isSetUp } == false)
    let open = try await TestStore.make()
    _ = try await seed(open, hash: "hash")
    let admin = try await open.read { tx in
      try tx.value(
        "SELECT role FROM member WHERE email_key = 'ana@firstbake.example' AND password_hash = 'hash' AND email_verified_at IS NOT NULL",
        as: String.self)
    }
    #expect(admin == "admin")
    let site = try await open.read { tx in try SiteSettings.load(in: tx) }
    #expect(site.name == "Firstbake Community" && site.isSetUp)
  }
}
