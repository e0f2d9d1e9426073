import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("What is taken back is unlearnt") struct UnlearningTests {
  private let forum: TestForum
  private let topic: TopicID
  private let post: PostID
  private let tomas: Browser

  init() async throws {
    forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    topic = try await forum.store.open("The oven smells", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    post = try await forum.store.reply("Buy Wonderfoam today.", to: topic, by: try #require(cast[.kai]))
    let other = try await forum.store.reply("Open the door for a day.", to: topic, by: try #require(cast[.mei]))
    tomas = try await forum.member("tomas")
    // Something is known already, also of words that the post has.
    try await forum.store.write { tx in
      try SpamLesson.learn(other, isSpam: false, in: tx)
    }
  }

  /// All the scorer knows.
  private func known() async throws -> [String] {
    try await forum.settle()
    return try await forum.store.read { tx in
      try tx.all("SELECT bucket, spam, honest FROM spam_count ORDER BY bucket") { row in
        "\(try row.next(Int.self)): \(try row.next(Int.self)) and \(try row.next(Int.self))"
      }
        + tx.all("SELECT post_id, is_spam FROM spam_lesson ORDER BY post_id") { row in
          "\(try row.next(Int.self)) \(try row.next(Bool.self))"
        }
    }
  }

  private func report(from address: String = "192.0.2.7") async throws {
    let sent = try await forum.visitor(from: address).post(
      "/p/\(post.rawValue)/report", form: ["reason": "spam", "note": "", "answerTo": ""])
    #expect(sent.status == 303)
  }

  private func decide(_ verdict: String, on review: Int = 1) async throws {
    let form: KeyValuePairs = ["verdict": verdict, "rule": "spam", "restriction": "none"]
    #expect(try await tomas.post("/moderation/\(review)", form: form).status == 303, "\(verdict)")
  }

  private func takeBack() async throws {
    let last = try await forum.store.number("SELECT max(id) FROM act")
    #expect(try await tomas.post("/admin/log/\(last)/undo").status == 303)
  }

  @Test("the counts are what they were, whatever was decided", arguments: ["hide", "delete", "fine"]) func exact(_ verdict: String)
    async throws
  {
    try await report()
    let before = try await known()
    try await decide(verdict)
    #expect(try await known() != before)
    try await takeBack()
    #expect(try await known() == before)
    #expect(try await forum.store.number("SELECT count(*) FROM review WHERE settled_at IS NULL") == 1)
  }

  @Test("the decision before the one that was taken back counts again") func earlier() async throws {
    try await report()
    try await decide("fine")
    let before = try await known()
    try await report(from: "192.0.2.8")
    try await decide("hide", on: 2)
    #expect(try await known() != before)
    try await takeBack()
    #expect(try await known() == before)
  }

  @Test("who wrote it learns neither of a report that was dismissed nor that this was taken back") func untold() async throws {
    try await report()
    try await decide("fine")
    try await takeBack()
    try await forum.settle()
    #expect(try await forum.store.number("SELECT count(*) FROM decision") == 0)
    #expect(try await forum.store.number("SELECT count(*) FROM mail WHERE kind = 'decision'") == 0)
  }
}
