import Community
import Database
import TestSupport
import Testing

@Suite("Replies and remarks") struct WriteReplyTests {
  private struct Scene {
    let store: TestStore
    let ana: Actor
    let kai: Actor
    let tomas: Actor
    let help: CategoryID
    let topic: TopicID
  }
  private func scene(_ kind: TopicKind = .question) async throws -> Scene {
    let store = try await TestStore.make()
    let (ana, kai, tomas) = (try await store.add(.ana), try await store.add(.kai), try await store.add(.tomas))
    let help = try await store.addCategory()
    let topic = try await store.open("The oven smells", by: ana, in: help, kind: kind, tags: "oven")
    return Scene(store: store, ana: ana, kai: kai, tomas: tomas, help: help, topic: topic)
  }

  @Test(
    "a reply lifts its topic, and is an answer in a question and a reply in a discussion", arguments: [TopicKind.question, .discussion])
  func lifts(_ kind: TopicKind) async throws {
    let s = try await scene(kind)
    s.store.clock.advance(.hours(1))
    let other = try await s.store.open("Newer", by: s.kai, in: s.help)
    s.store.clock.advance(.hours(1))
    let post = try await s.store.reply(to: s.topic, by: s.kai)
    let rows = try await s.store.read { tx in try TopicList.load(.latest, before: nil, for: .visitor, in: tx).rows }
    #expect(rows.map(\.id) == [s.topic, other])
    #expect(rows.first?.replyCount == 1 && rows.first?.lastPoster?.handle == "kai" && rows.first?.author?.handle == "ana")
    let view = try await s.store.read { [topic = s.topic] tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx) }
    #expect(view.posts.map(\.id) == [post])
    #expect(view.posts.first?.kind == (kind == .question ? .answer : .reply))
    #expect(view.posts.first?.number == 2)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("the same form twice writes once, the same form with another text writes again") func doubleSubmit() async throws {
    let s = try await scene()
    let first = try await s.store.reply("Clean it.", to: s.topic, by: s.kai, key: "topic-1-1/abc")
    #expect(try await s.store.reply("Clean it.", to: s.topic, by: s.kai, key: "topic-1-1/abc") == first)
    #expect(try await s.store.reply("Clean it well.", to: s.topic, by: s.kai, key: "topic-1-1/def") != first)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("who wrote while others wrote is shown it first; own and removed posts do not count") func collision() async throws {
    let s = try await scene()
    let (topic, kai, ana) = (s.topic, s.kai, s.ana)
    try await s.store.reply("One", to: topic, by: kai, seen: 1)
    await #expect(throws: ForumError.conflict(.newPosts)) { try await s.store.reply("Two", to: topic, by: ana, seen: 1) }
    try await s.store.reply("Three", to: topic, by: kai, seen: 1)
    let mine = try await s.store.reply("Anyway", to: topic, by: ana, seen: nil)
    await #expect(throws: ForumError.conflict(.newPosts)) { try await s.store.reply("Four", to: topic, by: kai, seen: 3) }
    try await s.store.write { tx in try DeletePost(post: mine).perform(by: ana, in: tx) }
    try await s.store.reply("Five", to: topic, by: kai, seen: 3)
    try await s.store.remark("No", on: try await s.store.opening(of: topic), by: kai)
    try await s.store.reply("Six", to: topic, by: ana, seen: 5)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("a locked topic takes votes and no words") func locked() async throws {
    let s = try await scene()
    let (topic, kai) = (s.topic, s.kai)
    let opening = try await s.store.opening(of: topic)
    try await s.store.write { tx in try tx.run("UPDATE topic SET locked_at = 1") }
    await #expect(throws: ForumError.forbidden(.locked)) { try await s.store.reply(to: topic, by: kai) }
    await #expect(throws: ForumError.forbidden(.locked)) { try await s.store.remark(on: opening, by: kai) }
    try await s.store.write { tx in try SayMeToo(topic: topic, wanted: true).perform(by: kai, in: tx) }
  }

  @Test("a reply names the one it answers, unless that is not there for everybody") func inReplyTo() async throws {
    let s = try await scene(.discussion)
    let (topic, ana, kai, tomas) = (s.topic, s.ana, s.kai, s.tomas)
    let first = try await s.store.reply("One", to: topic, by: kai)
    let second = try await s.store.reply("Two", to: topic, by: ana, replyTo: first)
    func replied(_ post: PostID) async throws -> PostView? {
      try await s.store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx).posts.first { $0.id == post }
      }
    }
    #expect(try await replied(second)?.replyToNumber == 2)
    #expect(try await replied(second)?.replyToName == Person.kai.name)
    try await s.store.write { tx in try DeletePost(post: first).perform(by: tomas, in: tx) }
    let third = try await s.store.reply("Three", to: topic, by: ana, replyTo: first)
    #expect(try await replied(third)?.parentID == nil, "nobody answers what is gone")
    let elsewhere = try await s.store.open("Other", by: ana, in: s.help, kind: .discussion)
    let stranger = try await s.store.opening(of: elsewhere)
    #expect(try await replied(try await s.store.reply("Four", to: topic, by: ana, replyTo: stranger))?.parentID == nil)
    #expect(try await replied(try await s.store.reply("Five", to: topic, by: ana, replyTo: PostID(rawValue: 4711)))?.parentID == nil)
  }

  @Test("a remark hangs on a post that stands, never on a remark, and is short") func remarks() async throws {
    let s = try await scene()
    let (topic, kai, ana) = (s.topic, s.kai, s.ana)
    let answer = try await s.store.reply(to: topic, by: kai)
    let remark = try await s.store.remark("Which **one**?", on: answer, by: ana)
    let view = try await s.store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: .visitor, in: tx) }
    #expect(view.remarks[answer]?.map(\.id) == [remark])
    #expect(view.topic.replyCount == 1, "remarks are not answers")
    await #expect(throws: ForumError.notFound) { try await s.store.remark(on: remark, by: kai) }
    #expect(throws: Problem(.tooLong, 2000)) {
      try WriteRemark(post: answer, body: PostBody(String(repeating: "a", count: 2001)), key: #require(SubmissionKey("key-key-key")))
    }
    await #expect(throws: ForumError.invalid("body", .tooLong, 2000)) {
      try await s.store.edit(remark, to: String(repeating: "a", count: 2001), by: ana)
    }
    try await s.store.write { tx in try DeletePost(post: answer).perform(by: kai, in: tx) }
    await #expect(throws: ForumError.notFound) { try await s.store.remark(on: answer, by: ana) }
    #expect(try await s.store.miscounts() == [])
  }

  @Test("with the post a remark hangs on, the remark is gone from everywhere") func remarksOfRemoved() async throws {
    let s = try await scene()
    let (topic, kai, ana, tomas) = (s.topic, s.kai, s.ana, s.tomas)
    let answer = try await s.store.reply("Clean it.", to: topic, by: kai)
    let remark = try await s.store.remark("Zanzibar", on: answer, by: ana)
    for change: SQL in ["deleted_at = 1", "hidden = TRUE"] {
      try await s.store.write { tx in try tx.run("UPDATE post SET \(change) WHERE id = \(answer)") }
      #expect(try await s.store.read { tx in try SearchPosts("zanzibar").perform(for: .visitor, in: tx).posts }.isEmpty)
      #expect(try await s.store.read { tx in try PostPlace.find(remark, for: .visitor, in: tx) } == nil)
      await #expect(throws: ForumError.notFound) { try await s.store.read { tx in try PostHistory.load(remark, for: .visitor, in: tx) } }
      #expect(try await s.store.read { tx in try PostPlace.find(remark, for: tomas.viewer, in: tx) } != nil)
      try await s.store.write { tx in try tx.run("UPDATE post SET deleted_at = NULL, hidden = FALSE WHERE id = \(answer)") }
      #expect(try await s.store.read { tx in try SearchPosts("zanzibar").perform(for: .visitor, in: tx).posts }.map(\.post) == [remark])
    }
  }

  @Test("one vote for each member and post, none on one's own or on a remark") func votes() async throws {
    let s = try await scene()
    let (topic, kai, ana) = (s.topic, s.kai, s.ana)
    let answer = try await s.store.reply(to: topic, by: kai)
    let remark = try await s.store.remark(on: answer, by: kai)
    func vote(_ post: PostID, _ actor: Actor, _ wanted: Bool = true) async throws {
      try await s.store.write { tx in try VotePost(post: post, wanted: wanted).perform(by: actor, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await vote(answer, kai) }
    await #expect(throws: ForumError.notFound) { try await vote(remark, ana) }
    try await vote(answer, ana)
    try await vote(answer, ana)
    try await vote(answer, s.tomas)
    #expect(try await s.store.number("SELECT vote_count FROM post WHERE id = \(answer)") == 2)
    try await vote(answer, ana, false)
    try await vote(answer, ana, false)
    #expect(try await s.store.number("SELECT vote_count FROM post WHERE id = \(answer)") == 1)
    #expect(try await s.store.miscounts() == [])
  }
}
