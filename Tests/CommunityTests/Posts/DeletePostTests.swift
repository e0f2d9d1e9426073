import Community
import Database
import TestSupport
import Testing

@Suite("Deleting and restoring") struct DeletePostTests {
  private struct Scene {
    let store: TestStore
    let ana: Actor
    let kai: Actor
    let tomas: Actor
    let mei: Actor
    let topic: TopicID
    let opening: PostID

    func delete(_ post: PostID, _ actor: Actor) async throws {
      try await store.write { tx in try DeletePost(post: post).perform(by: actor, in: tx) }
    }
    func restore(_ post: PostID, _ actor: Actor) async throws {
      try await store.write { tx in try RestorePost(post: post).perform(by: actor, in: tx) }
    }
    func stands(_ post: PostID) async throws -> Bool {
      try await store.read { tx in try tx.exists("SELECT 1 FROM post WHERE id = \(post) AND deleted_at IS NULL") }
    }
  }
  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let (ana, kai, tomas, mei) = (
      try await store.add(.ana), try await store.add(.kai), try await store.add(.tomas), try await store.add(.mei)
    )
    let topic = try await store.open("The oven smells", by: ana, in: try await store.addCategory(), tags: "oven")
    return Scene(store: store, ana: ana, kai: kai, tomas: tomas, mei: mei, topic: topic, opening: try await store.opening(of: topic))
  }

  @Test("a question goes while nobody else has answered; then only the name comes off") func question() async throws {
    let s = try await scene()
    let own = try await s.store.reply("Found it myself", to: s.topic, by: s.ana)
    try await s.delete(s.opening, s.ana)
    #expect(try await s.store.number("SELECT count(*) FROM topic WHERE deleted_at IS NULL") == 0)
    #expect(try await s.store.miscounts() == [])
    try await s.restore(s.opening, s.ana)
    let answer = try await s.store.reply("Clean it", to: s.topic, by: s.kai)
    await #expect(throws: ForumError.forbidden(.hasAnswers)) { try await s.delete(s.opening, s.ana) }
    try await s.delete(answer, s.kai)
    try await s.delete(s.opening, s.ana)
    #expect(try await s.stands(own), "what others may want back is not touched")
    #expect(try await s.store.miscounts() == [])
  }

  @Test("a remark is no answer: it keeps no question from going") func remarkIsNoAnswer() async throws {
    let s = try await scene()
    try await s.store.remark("Which oven?", on: s.opening, by: s.kai)
    try await s.delete(s.opening, s.ana)
    #expect(try await s.stands(s.opening) == false)
  }

  @Test("answers and remarks go at any time, by their author or a moderator and nobody else") func replies() async throws {
    let s = try await scene()
    let answer = try await s.store.reply(to: s.topic, by: s.kai)
    let remark = try await s.store.remark(on: answer, by: s.ana)
    s.store.clock.advance(.days(400))
    try await s.store.reply("Later", to: s.topic, by: s.ana)
    for (post, stranger) in [(answer, s.ana), (answer, s.mei), (remark, s.kai), (s.opening, s.kai)] {
      await #expect(throws: ForumError.forbidden(.notYours)) { try await s.delete(post, stranger) }
    }
    try await s.delete(answer, s.kai)
    try await s.delete(answer, s.kai)
    try await s.delete(remark, s.tomas)
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'postDeleted'") == 2)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("the last post gone, the topic stands where the one before left it") func lastPost() async throws {
    let s = try await scene()
    s.store.clock.advance(.hours(1))
    let first = try await s.store.reply("One", to: s.topic, by: s.kai)
    s.store.clock.advance(.hours(1))
    let second = try await s.store.reply("Two", to: s.topic, by: s.mei)
    try await s.delete(first, s.kai)
    try await s.delete(second, s.mei)
    var row = try await s.store.read { tx in try TopicList.load(.latest, before: nil, for: .visitor, in: tx).rows.first }
    #expect(row?.bumpedAt == .testStart)
    #expect(row?.lastPoster?.handle == "ana" && row?.replyCount == 0)
    try await s.restore(second, s.mei)
    row = try await s.store.read { tx in try TopicList.load(.latest, before: nil, for: .visitor, in: tx).rows.first }
    #expect(row?.lastPoster?.handle == "mei" && row?.replyCount == 1)
    #expect(try await s.store.read { tx in try TopicList.load(.unanswered, before: nil, for: .visitor, in: tx).rows }.isEmpty)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("authors undo what they did themselves within a day; moderators undo anything") func undo() async throws {
    let s = try await scene()
    let answer = try await s.store.reply(to: s.topic, by: s.kai)
    try await s.delete(answer, s.kai)
    s.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await s.restore(answer, s.kai) }
    try await s.restore(answer, s.tomas)
    try await s.delete(answer, s.kai)
    s.store.clock.advance(.seconds(86_399))
    try await s.restore(answer, s.kai)
    try await s.delete(answer, s.tomas)
    await #expect(throws: ForumError.forbidden(.notYours)) { try await s.restore(answer, s.kai) }
    await #expect(throws: ForumError.notFound) { try await s.restore(answer, s.ana) }
    try await s.restore(answer, s.tomas)
    #expect(try await s.stands(answer))
    #expect(try await s.store.miscounts() == [])
  }

  @Test("a removed post is found by nobody, opened by its author and moderators, and its text reaches no other page") func removed()
    async throws
  {
    let s = try await scene()
    let topic = s.topic
    let answer = try await s.store.reply("Zanzibar", to: topic, by: s.kai)
    try await s.delete(answer, s.kai)
    for (viewer, mayRead) in [
      (Viewer.visitor, false), (s.ana.viewer, false), (s.mei.viewer, false), (s.kai.viewer, true), (s.tomas.viewer, true),
    ] {
      let view = try await s.store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx) }
      #expect(view.posts.first?.removal == .byAuthor)
      #expect(view.posts.first?.html.contains("Zanzibar") == mayRead)
      #expect(view.posts.first?.isReadable == mayRead)
      #expect(try await s.store.read { tx in try SearchPosts("zanzibar").perform(for: viewer, in: tx).posts }.isEmpty)
      if mayRead {
        #expect(try await s.store.read { tx in try PostHistory.load(answer, for: viewer, in: tx).mayRestore })
      } else {
        await #expect(throws: ForumError.notFound) { try await s.store.read { tx in try PostHistory.load(answer, for: viewer, in: tx) } }
      }
    }
  }

  @Test("only the author takes the name off, only off the question") func nameOff() async throws {
    let s = try await scene()
    let answer = try await s.store.reply(to: s.topic, by: s.kai)
    func off(_ post: PostID, _ actor: Actor) async throws {
      try await s.store.write { tx in try TakeNameOff(post: post).perform(by: actor, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notYours)) { try await off(s.opening, s.tomas) }
    await #expect(throws: ForumError.forbidden(.notYours)) { try await off(answer, s.kai) }
    try await off(s.opening, s.ana)
    try await off(s.opening, s.ana)
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'nameTakenOff'") == 1)
    try await s.store.edit(s.opening, to: "Still mine to edit", by: s.ana)
  }
}
