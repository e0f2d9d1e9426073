import Community
import Database
import Dumps
import ForumSupport
import TestSupport
import Testing

@testable import Kindred

@Suite("Importing Discourse") struct DiscourseImportTests {
  static let address = "https://bees.example"

  static func imported(_ dump: DiscourseDump, into store: any Store, questions: Set<String> = ["support"], batch: Int = 300) async throws
    -> ImportPipeline.Report
  {
    try await DiscourseImport(
      dump: dump, store: store, source: try ImportSource("bees"), questions: questions, linkBase: address, batchSize: batch
    ).run()
  }

  private static let posts: SQL = """
    SELECT topic.title || ': ' || post.kind || ' ' || post.number || ' by ' || member.name || ' to ' || coalesce(parent.number, 0) || ' +'
      || post.imported_votes || CASE WHEN acceptance.post_id IS NULL THEN '' ELSE ' accepted' END
      || CASE WHEN post.hidden THEN ' hidden' ELSE '' END || CASE WHEN post.edit_shows THEN ' edited' ELSE '' END
    FROM post JOIN member ON member.id = post.author_id JOIN topic ON topic.id = post.topic_id
    LEFT JOIN post parent ON parent.id = post.parent_id LEFT JOIN acceptance ON acceptance.post_id = post.id
    ORDER BY topic.id, post.number
    """

  @Test("topics become questions and discussions, with likes, replies to posts, marks and what was hidden") func whole() async throws {
    let old = try OldTopics()
    let store = try await TestStore.make()
    let dump = try old.open()
    let report = try await Self.imported(dump, into: store)
    #expect(report.problems == [])
    #expect(
      report.leftOut.map { line in String(line.prefix { $0 != "," && $0 != "(" }) } == [
        "1 messages between members", "1 lines of history that say what nobody knows", "1 hidden lines of history", "1 whispers",
        "1 deleted posts",
      ])
    #expect(
      Set(try await store.read { tx in try tx.values(Self.posts, as: String.self) }) == [
        "Where do bees sleep: opening 1 by ivy to 0 +0", "Where do bees sleep: answer 2 by Bo ✔ to 0 +4 accepted",
        "Where do bees sleep: answer 3 by cy to 2 +0 hidden", "Where do bees sleep: answer 4 by ivy to 2 +0 edited",
        "Do bees sleep: opening 1 by cy to 0 +0", "Do bees sleep: answer 2 by Former member to 0 +0",
        "I like bees: opening 1 by Bo ✔ to 0 +0", "I like bees: reply 2 by ivy to 1 +0", "The keys: opening 1 by ivy to 0 +0",
        "Flagged: opening 1 by cy to 0 +0 hidden", "Flagged: reply 2 by ivy to 0 +0",
      ])
    let facts = try await store.read { tx in
      try tx.values(
        """
        SELECT 'topic ' || title || ' ' || kind || ' ' || category.name || ' ' || view_count || ' ' || coalesce(locked_at, 0) || ' '
          || CASE WHEN hidden THEN 'hidden' ELSE 'shown' END FROM topic JOIN category ON category.id = topic.category_id
        UNION ALL SELECT 'category ' || name || ' ' || topic_count || ' ' || description FROM category
        UNION ALL SELECT 'tag ' || name FROM tag UNION ALL SELECT 'ivy since ' || created_at FROM member WHERE name = 'ivy'
        """, as: String.self)
    }
    #expect(
      Set(facts) == [
        "topic Where do bees sleep question Talk 33 1583229600000 shown", "topic Do bees sleep question Support 0 0 shown",
        "topic I like bees discussion Talk 0 0 shown", "topic The keys discussion Back room 0 0 shown",
        "topic Flagged discussion Talk 0 0 hidden", "category Support 1 Someone helps.", "category Talk 2 ", "category Back room 1 ",
        "tag hives", "ivy since 1583056800000",
      ])
    let history: SQL = """
      SELECT topic.title || ' after ' || after_number || ': ' || history_line.kind || ' by ' || member.name || ' ' || history_line.at || ' ' || note
      FROM history_line JOIN topic ON topic.id = topic_id JOIN member ON member.id = actor_id ORDER BY history_line.at, history_line.id
      """
    #expect(
      Set(try await store.read { tx in try tx.values(history, as: String.self) }) == [
        "Where do bees sleep after 2: closed by ivy 1583229600000 ", "The keys after 1: closed by Dee 1583143200000 kowari",
        "I like bees after 2: postsMoved by cy 1583229600000 2 posts were split to a new topic: [Do bees sleep](\(Self.address)/t/do-bees-sleep/20)",
        "Flagged after 2: unlisted by cy 1583229600000 monjon",
      ])
    let compared = try await DiscourseComparison(dump: dump, store: store, source: try ImportSource("bees"), linkBase: Self.address).run()
    #expect(compared.isAlike && compared.compared == 14 && compared.worst.isEmpty, "\(compared)")
    #expect(compared.totals.map(\.community) == [5, 11, 5, 1, 1, 2, 4, 2, 1, 1])
    try await store.write { tx in try tx.run("UPDATE history_line SET kind = 'pinned', note_html = '' WHERE kind = 'postsMoved'") }
    let changed = try await DiscourseComparison(dump: dump, store: store, source: try ImportSource("bees"), linkBase: Self.address).run()
    #expect(changed.below == 1 && CompareCommand.lines(changed).filter { $0.contains("DIFFERS") }.count == 2, "\(changed)")
    #expect(try await store.read { tx in try Recount.perform(in: tx) } == [])
  }

  @Test("a second import changes nothing, whatever the size of its batches, and a newer dump is counted") func twice() async throws {
    let (old, newer) = (try OldTopics(), try OldTopics(newer: true))
    let store = try await TestStore.make()
    let first = try await Self.imported(try old.open(), into: store, batch: 2)
    let rows: SQL = """
      SELECT id || body || html || coalesce(edited_at, 0) || number FROM post
      UNION ALL SELECT 'line ' || id || kind || after_number || at || note_html FROM history_line
      UNION ALL SELECT external || ' ' || local_id FROM external_id ORDER BY 1
      """
    let before = try await store.read { tx in try tx.values(rows, as: String.self) }
    let again = try await Self.imported(try old.open(), into: store, questions: [])
    #expect(again.written == 0 && again.known == first.written && again.problems.isEmpty && again.changed == 0)
    #expect(try await Self.imported(try newer.open(), into: store).changed == 1)
    #expect(try await store.read { tx in try tx.values(rows, as: String.self) } == before)
    #expect(try await store.read { tx in try tx.values("SELECT kind FROM event", as: String.self) } == ["importFinished"])
  }

  @Test("what only some could see is seen by no visitor and no member, nor found; a category here that is open refuses it")
  func restricted() async throws {
    let old = try OldTopics()
    let forum = try await TestForum.make()
    _ = try await Self.imported(try old.open(), into: forum.store)
    let (visitor, kai) = (forum.visitor(), try await forum.member("kai"))
    for browser in [visitor, kai] {
      for word in ["numbat", "wombat", "quokka", "dunnart", "bilby", "potoroo", "kowari", "monjon", "kultarr"] {
        #expect(!(try await browser.get("/search?q=\(word)").text.contains("/t/")), "\(word)")
      }
      for path in [
        "/t/the-keys/40", "/t/between-us/50", "/t/flagged/60", "/t/flagged/60/2", "/t/40", "/t/60", "/t/60/2", "/c/back-room", "/c/x/5",
        "/c/back-room/5", "/c/talk/x/5",
      ] {
        #expect(try await browser.get(path).status == 404, "\(path)")
      }
      #expect(!(try await browser.get("/").text.contains("The keys")))
    }
    let other = try await TestStore.make()
    let open = try CreateCategory(name: CategoryName("Back room"))
    try await other.write { tx in _ = try open.insert(in: tx) }
    await #expect(throws: Typed.Refusal.self) { try await Self.imported(try old.open(), into: other) }
    #expect(try await other.read { tx in try tx.value("SELECT count(*) FROM topic", as: Int.self) } == 0)
    try await forum.settle()
  }

  @Test("bad records are named with their place and left out; a category nobody knows is refused before anything is read in")
  func broken() async throws {
    let old = try OldTopics(broken: true)
    let store = try await TestStore.make()
    let dump = try old.open()
    await #expect(throws: Typed.Refusal.self) { try await Self.imported(dump, into: store, questions: ["suport"]) }
    #expect(try await store.read { tx in try tx.value("SELECT count(*) FROM category", as: Int.self) } == 0)
    let report = try await Self.imported(dump, into: store, questions: ["3"])
    #expect(report.problems.count == 2, "\(report.problems)")
    #expect(report.problems.contains("posts/topic.10.json, post 8: created_at is not a date"))
    #expect(report.problems.contains { $0.hasPrefix("posts/cut.70.json: is no JSON") })
    try await store.write { tx in try tx.run("UPDATE post SET html = replace(html, 'hive --open', 'hive') WHERE number = 1") }
    let compared = try await DiscourseComparison(dump: dump, store: store, source: try ImportSource("bees"), linkBase: Self.address).run()
    #expect(compared.below == 1 && !compared.isAlike)
    #expect(CompareCommand.lines(compared).contains { $0.hasPrefix("  post t/10/1: ") && $0.contains("code blocks") })
  }

  @Test("old addresses lead to the same things, and ours are not taken for them") func addresses() async throws {
    let old = try OldTopics()
    let forum = try await TestForum.make()
    _ = try await Self.imported(try old.open(), into: forum.store)
    let id = try await forum.store.read { tx in try tx.value("SELECT id FROM topic WHERE title = 'Where do bees sleep'", as: Int.self) }
    let ours = "/t/\(try #require(id))/where-do-bees-sleep"
    let visitor = forum.visitor()
    for path in [
      "/t/where-do-bees-sleep/10", "/t/anything/10", "/t/-/10", "/t/where-do-bees-sleep/10/1", "/t/x/10/4", "/t/x/10/99", "/t/10",
      "/t/10/1",
      "/t/10/99",
    ] {
      let answer = try await visitor.get(path)
      #expect(answer.status == 301 && answer.location == ours, "\(path): \(answer.status) \(answer.location ?? "")")
    }
    for path in ["/t/where-do-bees-sleep/10/6", "/t/10/6"] {
      let answer = try await visitor.get(path)
      #expect(answer.status == 301 && answer.location?.hasPrefix(ours + "#p") == true, "\(path)")
    }
    for path in [
      "/t/x/11", "/t/x/y", "/t/x/10/y", "/t/10/20/1", "/t/x/-1", "/questions/10", "/a/10", "/t/11", "/t/11/1", "/t/10/x", "/t/-/x",
      "/t/10/1?page=2", "/c/x/y", "/c/x/99", "/c/99", "/u/nobody", "/u/4", "/u/ivy/x", "/u/%00", "/t/50", "/t/50/1",
    ] {
      #expect(try await visitor.get(path).status == 404, "\(path)")
    }
    #expect(try await visitor.get(ours).status == 200)
    let number = try #require(id)
    for path in ["/t/\(number)", "/t/\(number)/10", "/t/\(number)/10?page=1"] { #expect(try await visitor.get(path).location == ours) }
    try await forum.store.write { tx in try tx.run("UPDATE category SET slug = 'chat', name = 'Chat' WHERE slug = 'talk'") }
    for (path, place) in [
      ("/u/ivy", "/m/ivy"), ("/u/Ivy/summary", "/m/ivy"), ("/u/ivy/activity", "/m/ivy"), ("/u/Bo%20%E2%9C%94", "/m/bo"),
      ("/c/talk", "/c/chat"),
      ("/c/Talk", "/c/chat"), ("/c/talk/4", "/c/chat"), ("/c/anything/4", "/c/chat"), ("/c/support/talk/4", "/c/chat"),
      ("/c/support/talk", "/c/chat"), ("/c/support/3", "/c/support"), ("/c/3", "/c/support"),
    ] {
      let answer = try await visitor.get(path)
      #expect(answer.status == 301 && answer.location == place, "\(path): \(answer.status) \(answer.location ?? "")")
    }
    #expect(try await visitor.get("/c/support").status == 200)
    #expect(try await forum.member("mei").get("/c/x/5").location == "/c/back-room")
    // Another category of ours takes the name: the address is its own.
    try await forum.store.addCategory("Talk")
    #expect(try await visitor.get("/c/talk").status == 200)
    try await forum.store.write { tx in try tx.run("UPDATE category_access SET may_see = FALSE WHERE role = 'visitor'") }
    for path in ["/t/x/10", "/t/x/10/6", "/t/10", "/t/10/6", "/c/x/4", "/c/x/talk"] { #expect(try await visitor.get(path).status == 404) }
    try await forum.settle()
  }

  @Test("a text longer than ours may be comes along whole") func long() async throws {
    let old = try OldTopics()
    let words = (0..<9_000).map { "bee\($0)" }.joined(separator: " ")
    try old.write(
      "long.json",
      """
      {"id": 80, "title": "Long", "category_id": 4, "created_at": "2020-03-01T09:59:59Z", "post_stream": {"posts": [{"id": 1,
       "post_number": 1, "post_type": 1, "user_id": 1, "username": "ivy", "created_at": "2020-03-01T10:00:00Z", "cooked": "<p>\(words)</p>"}]}}
      """)
    let store = try await TestStore.make()
    #expect(try await Self.imported(try old.open(), into: store).problems == [])
    let html = try await store.read { tx in try tx.value("SELECT html FROM post WHERE body LIKE '%bee8999'", as: String.self) }
    #expect(html?.hasPrefix("<p>bee0 ") == true)
    #expect(try await store.read { tx in try SearchCheck.compare(in: tx) }.isGood)
  }
}
