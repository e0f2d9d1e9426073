import Community
import Database
import TestSupport
import Testing

@Suite("Following") struct FollowTests {
  private func level(_ target: FollowTarget, of actor: Actor, in store: TestStore) async throws -> FollowLevel? {
    try await store.read { tx in try FollowLevel.of(target, for: actor.viewer, in: tx) }
  }

  private func list(_ actor: Actor, in store: TestStore) async throws -> [FollowTarget] {
    try await store.read { tx in try FollowedList.load(before: nil, for: actor, in: tx).rows.map(\.target) }
  }

  private func choose(_ level: FollowLevel, _ target: FollowTarget, by actor: Actor, in store: TestStore) async throws {
    try await store.write { tx in try SetFollow(target, level).perform(by: actor, in: tx) }
  }

  @Test("each level sends what the level below it sends and more, and mute sends nothing") func table() {
    #expect(FollowTable.lines.map(\.level) == FollowLevel.allCases)
    for kind in FollowTarget.Kind.allCases {
      let sent = FollowLevel.allCases.map { FollowTable.sends($0, of: kind) }
      #expect(sent[0].isEmpty)
      #expect(sent[1] == [.personal])
      for (less, more) in zip(sent, sent.dropFirst()) { #expect(less.isStrictSubset(of: more)) }
      #expect(sent[4].contains(.mail) && !sent[3].contains(.mail))
    }
  }

  @Test("a level is chosen, changed and taken back for topic, category, tag and member") func choosing() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let help = try await store.addCategory()
    let topic = try await store.open("Ovens", by: ana, in: help, tags: "oven")
    let tag: TopicTagID? = try await store.read { tx in try tx.value("SELECT id FROM tag") }
    let targets: [FollowTarget] = [.topic(topic), .category(help), .tag(try #require(tag)), .member(ana.id)]
    for target in targets {
      #expect(try await level(target, of: kai, in: store) == .normal)
      for chosen in [FollowLevel.follow, .mail, .mute] {
        try await choose(chosen, target, by: kai, in: store)
        #expect(try await level(target, of: kai, in: store) == chosen)
        #expect(try await level(target, of: ana, in: store) == .normal)
      }
      store.clock.advance(.minutes(1))
    }
    #expect(try await list(kai, in: store) == targets.reversed())
    for target in targets { try await choose(.normal, target, by: kai, in: store) }
    #expect(try await list(kai, in: store) == [])
    #expect(try await store.number("SELECT count(*) FROM follow") == 1, "for the topic normal is a choice of its own")
    let visitors = try await store.read { tx in try FollowLevel.of(.topic(topic), for: .visitor, in: tx) }
    #expect(visitors == nil)
  }

  @Test("nobody follows themselves, and what one may not see is not found, even to leave it") func unseen() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (kai, mei) = (try #require(cast[.kai]), try #require(cast[.mei]))
    let team = try await store.addCategory("Team", .staff)
    let inside = try await store.open("Secret", by: mei, in: team, tags: "hush")
    let tag: TopicTagID? = try await store.read { tx in try tx.value("SELECT id FROM tag") }
    let targets: [FollowTarget] = [
      .topic(inside), .category(team), .tag(try #require(tag)), .topic(TopicID(rawValue: 99)), .member(MemberID(rawValue: 99)),
    ]
    for target in targets {
      for chosen in [FollowLevel.follow, .normal] {
        await #expect(throws: ForumError.notFound, "\(target)") { try await choose(chosen, target, by: kai, in: store) }
      }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await choose(.follow, .member(kai.id), by: kai, in: store) }
    #expect(try await store.number("SELECT count(*) FROM follow") == 0)
  }

  @Test("what became private or was removed is no longer listed by its name, and comes back with the right to see it") func revoked()
    async throws
  {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, tomas) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.tomas]))
    let help = try await store.addCategory()
    let topic = try await store.open("Ovens", by: ana, in: help, tags: "oven")
    let opening = try await store.opening(of: topic)
    let tag: TopicTagID? = try await store.read { tx in try tx.value("SELECT id FROM tag") }
    for target in [FollowTarget.topic(topic), .category(help), .tag(try #require(tag))] {
      try await choose(.everything, target, by: kai, in: store)
    }
    #expect(try await list(kai, in: store).count == 3)
    try await store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'") }
    #expect(try await list(kai, in: store) == [])
    let named = try await store.read { tx in try FollowTarget.topic(topic).named(for: kai.viewer, in: tx)?.name }
    #expect(named == nil)
    try await store.write { tx in try tx.run("UPDATE category_access SET may_see = TRUE WHERE role = 'member'") }
    #expect(try await list(kai, in: store).count == 3)
    try await store.write { tx in try DeletePost(post: opening).perform(by: tomas, in: tx) }
    #expect(try await list(kai, in: store) == [.category(help)])
  }

  @Test("the list is read page by page, each thing once, and 500 are the most") func pages() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let help = try await store.addCategory()
    let topic = try await store.open("Ovens", by: ana, in: help)
    try await store.write { tx in
      for number in 1..<SetFollow.most {
        let id: TopicID? = try tx.value(
          """
          INSERT INTO topic (kind, category_id, author_id, title, slug, created_at, bumped_at)
          VALUES ('question', \(help), \(ana.id), \("Topic \(number)"), 'x', 1, 1) RETURNING id
          """)
        try tx.run(
          "INSERT INTO follow (member_id, kind, target_id, level, at) VALUES (\(kai.id), 'topic', \(id), 'follow', \(Int64(number / 3)))")
      }
    }
    try await choose(.follow, .category(help), by: kai, in: store)
    await #expect(throws: ForumError.forbidden(.followsFull)) { try await choose(.follow, .topic(topic), by: kai, in: store) }
    // Changing what is chosen is always possible.
    try await choose(.mute, .category(help), by: kai, in: store)
    var seen: [FollowTarget] = []
    var cursor: FollowedList.Cursor?
    repeat {
      let start = cursor
      let page = try await store.read { tx in try FollowedList.load(before: start, for: kai, in: tx) }
      seen += page.rows.map(\.target)
      cursor = page.older.flatMap { FollowedList.Cursor($0.text) }
    } while cursor != nil
    #expect(seen.count == SetFollow.most && Set(seen).count == SetFollow.most)
  }
}

@Suite("Bookmarks") struct BookmarkTests {
  @Test("a post is kept once, listed newest first, and let go of; nobody else sees it") func keeping() async throws {
    let store = try await TestStore.make()
    let (ana, kai) = (try await store.add(.ana), try await store.add(.kai))
    let topic = try await store.open("Ovens", by: ana, in: try await store.addCategory())
    let answer = try await store.reply("Clean it", to: topic, by: kai)
    let opening = try await store.opening(of: topic)
    for post in [opening, answer, answer] {
      try await store.write { tx in try SetBookmark(post, wanted: true).perform(by: kai, in: tx) }
      store.clock.advance(.minutes(1))
    }
    func kept(_ actor: Actor) async throws -> [PostID] {
      try await store.read { tx in try BookmarkList.load(before: nil, for: actor, in: tx).rows.map(\.post) }
    }
    #expect(try await kept(kai) == [answer, opening])
    #expect(try await kept(ana) == [])
    try await store.write { tx in try SetBookmark(answer, wanted: false).perform(by: kai, in: tx) }
    #expect(try await kept(kai) == [opening])
  }

  @Test("what was hidden, removed or made private is neither kept nor listed") func unseen() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, mei) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.mei]))
    let topic = try await store.open("Ovens", by: ana, in: try await store.addCategory())
    let first = try await store.reply("One", to: topic, by: mei), second = try await store.reply("Two", to: topic, by: mei)
    func keep(_ post: PostID) async throws { try await store.write { tx in try SetBookmark(post, wanted: true).perform(by: kai, in: tx) } }
    func count() async throws -> Int {
      try await store.read { tx in try BookmarkList.load(before: nil, for: kai, in: tx).rows.count }
    }
    try await keep(first)
    try await keep(second)
    try await store.write { tx in try DeletePost(post: first).perform(by: mei, in: tx) }
    #expect(try await count() == 1)
    await #expect(throws: ForumError.notFound) { try await keep(first) }
    try await store.write { tx in try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(second)") }
    #expect(try await count() == 0)
    await #expect(throws: ForumError.notFound) { try await keep(second) }
    try await store.write { tx in try tx.run("UPDATE post SET hidden = FALSE, deleted_at = NULL, deleted_by = NULL") }
    #expect(try await count() == 2)
    try await store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'member'") }
    #expect(try await count() == 0)
  }
}
