import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("Nothing typed is lost") struct NothingLostTests {
  private static let words = "My long <answer> about ovens"
  private static let shown = "My long &lt;answer&gt; about ovens"

  private struct Here {
    let forum: TestForum
    let kai: Browser
    let mei: Actor
    let topic: TopicID
  }
  private func here() async throws -> Here {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let (ana, mei) = (try #require(cast[.ana]), try #require(cast[.mei]))
    let topic = try await forum.store.open("Ovens", by: ana, in: try await forum.store.addCategory())
    return Here(forum: forum, kai: try await forum.member("kai"), mei: mei, topic: topic)
  }
  private func reply(_ h: Here, _ browser: Browser? = nil, seen: String = "1", body: String = words) async throws -> Answered {
    try await (browser ?? h.kai).post("/t/1/replies", form: ["body": body, "key": "topic-1-1", "seen": seen])
  }

  @Test("when somebody wrote meanwhile, and again with \"post anyway\"") func collision() async throws {
    let h = try await here()
    try await h.forum.store.reply("Faster", to: h.topic, by: h.mei)
    let refused = try await reply(h)
    #expect(refused.status == 409)
    #expect(refused.text.contains(Self.shown) && refused.text.contains("Faster") && refused.text.contains("name=\"anyway\""))
    #expect(try await reply(h).status == 409, "as long as nobody says so")
    let anyway = try await h.kai.post("/t/1/replies", form: ["body": Self.words, "key": "topic-1-1", "seen": "1", "anyway": "yes"])
    #expect(anyway.status == 303)
    #expect(try await reply(h).location == anyway.location, "the same form again leads to what it wrote")
  }

  @Test(
    "when the topic was locked, moved away, hidden or deleted meanwhile",
    arguments: [
      ("UPDATE topic SET locked_at = 1", 403), ("UPDATE category_access SET may_reply = FALSE", 403),
      ("UPDATE category_access SET may_see = FALSE WHERE role <> 'admin'", 404), ("UPDATE topic SET hidden = TRUE", 404),
      ("UPDATE topic SET deleted_at = 1, was_public = TRUE", 410),
    ] as [(SQL, Int)])
  func meanwhile(_ change: SQL, _ status: Int) async throws {
    let h = try await here()
    try await h.forum.store.write { tx in try tx.run(change) }
    let answered = try await reply(h)
    #expect([status, 404].contains(answered.status))
    #expect(answered.text.contains(Self.shown))
    let opening = try await h.forum.store.opening(of: h.topic)
    let remark = try await h.kai.post("/p/\(opening.rawValue)/remarks", form: ["body": Self.words, "key": "r1-00000"])
    #expect(remark.status >= 400 && remark.text.contains(Self.shown))
  }

  @Test("when it is too long, too much for a day, or the link in the mail was not followed") func limits() async throws {
    let h = try await here()
    let long = String(repeating: "word ", count: 7_000)
    let tooLong = try await reply(h, body: long)
    #expect(tooLong.status == 422 && tooLong.text.contains(long.prefix(30_000)))
    let zoe = try await h.forum.member("zoe")
    let early = try await reply(h, zoe)
    #expect(early.status == 403 && early.text.contains(Self.shown))
    let sam = try await h.forum.member("sam")
    for number in 1...10 {
      #expect(
        try await sam.post("/t/1/replies", form: ["body": "Reply \(number)", "key": "topic-1-\(number)", "anyway": "yes"]).status == 303)
    }
    let soon = try await sam.post("/t/1/replies", form: ["body": Self.words, "key": "topic-1-11", "anyway": "yes"])
    #expect(soon.status == 429 && soon.text.contains(Self.shown))
    let remark = try await sam.post("/p/1/remarks", form: ["body": Self.words, "key": "r1-00000"])
    #expect(remark.status == 429 && remark.text.contains(Self.shown))
    let note = try await h.kai.post("/t/1/solved", form: ["note": Self.words])
    #expect(note.status == 403 && note.text.contains(Self.shown))
  }

  @Test("when the session ended") func signedOut() async throws {
    let h = try await here()
    let answered = try await reply(h, h.forum.visitor())
    #expect(answered.status == 401 && answered.text.contains(Self.shown))
  }

  @Test("when somebody else edited meanwhile; and saving again is not refused for ever") func editing() async throws {
    let h = try await here()
    let written = try await reply(h)
    let post = try #require(written.location?.split(separator: "/").last.flatMap { PostID($0) })
    let tomas = try await h.forum.member("tomas")
    #expect(try await tomas.post("/p/\(post.rawValue)/edit", form: ["body": "Moderated", "version": "1"]).status == 303)
    let refused = try await h.kai.post("/p/\(post.rawValue)/edit", form: ["body": Self.words, "version": "1"])
    #expect(refused.status == 409 && refused.text.contains(Self.shown))
    #expect(value(of: "version", in: refused.text) == "2")
    #expect(try await h.kai.post("/p/\(post.rawValue)/edit", form: ["body": Self.words, "version": "2"]).status == 303)
    // Gone while it was edited.
    try await h.forum.store.write { tx in try tx.run("UPDATE post SET deleted_at = 1, deleted_by = 1 WHERE id = \(post)") }
    let late = try await h.kai.post("/p/\(post.rawValue)/edit", form: ["body": Self.words, "version": "3"])
    #expect(late.status == 403 && late.text.contains(Self.shown))
  }

  @Test(
    "when it cannot be saved: a full disk, a busy or a broken one, while writing or already while reading",
    arguments: [(.diskFull, 507), (.busy, 503), (.ioFailed("read"), 503), (.closed, 503)] as [(DatabaseFault, Int)], [false, true])
  func unsaved(_ fault: (DatabaseFault, Int), reading: Bool) async throws {
    let trouble = TroubledStore.Trouble()
    let forum = try await TestForum.make(through: { TroubledStore(store: $0, trouble: trouble) })
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let kai = try await forum.member("kai")
    trouble.begin(fault.0, reading: reading)
    let ask: KeyValuePairs = [
      "kind": "question", "category": "help", "title": "Ovens <2>", "body": Self.words, "tags": "", "key": "ask-12345678",
    ]
    for (path, form) in [
      ("/ask", ask), ("/t/1/replies", ["body": Self.words, "key": "topic-1-1", "seen": "1"]),
      ("/p/1/remarks", ["body": Self.words, "key": "r1-00000"]),
      ("/settings/profile", ["name": "Kai", "bio": Self.words, "timeZone": "UTC"]),
    ] as [(String, KeyValuePairs<String, String>)] {
      let answered = try await kai.post(path, form: form)
      #expect(answered.status == fault.1, "\(path)")
      #expect(answered.text.contains(Self.shown), "\(path)")
      if path == "/ask" { #expect(answered.text.contains("Ovens &lt;2&gt;")) }
    }
    let secret = try await forum.visitor().post(
      "/sign-up", form: ["name": "Rosa", "email": "rosa@example.org", "password": "bees-1987-ovens"])
    #expect(secret.status == fault.1 && !secret.text.contains("bees-1987-ovens"))
    trouble.end()
    #expect(try await kai.get("/t/\(topic.rawValue)/ovens").status == 200)
    #expect(try await forum.store.number("SELECT count(*) FROM post") == 1)
  }

  @Test("every problem of a question is said at once, beside what was typed") func asking() async throws {
    let h = try await here()
    let answered = try await h.kai.post(
      "/ask", form: ["kind": "verdict", "category": "none", "title": "", "body": " ", "tags": "a b c d e <f>", "key": "ask-abcdef"])
    #expect(answered.status == 422)
    for field in ["title", "body", "tags"] { #expect(answered.text.contains("\(field)-problem"), "\(field)") }
    #expect(answered.text.contains("a b c d e &lt;f&gt;"))
    #expect(try await h.kai.post("/ask", form: ["title": "x", "surprise": "1"]).status == 400)
  }
}
