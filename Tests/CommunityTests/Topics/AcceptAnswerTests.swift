import Community
import Database
import TestSupport
import Testing

@Suite("Accepting answers") struct AcceptAnswerTests {
  private struct Scene {
    let store: TestStore
    let cast: [Person: Actor]
    let topic: TopicID
    let first: PostID
    let second: PostID

    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    func accept(_ post: PostID, _ person: Person) async throws {
      let actor = try who(person)
      try await store.write { tx in try AcceptAnswer(post: post).perform(by: actor, in: tx) }
    }
    func unaccept(_ post: PostID, _ person: Person) async throws {
      let actor = try who(person)
      try await store.write { tx in try UnacceptAnswer(post: post).perform(by: actor, in: tx) }
    }
    func object(_ post: PostID, _ person: Person) async throws {
      let actor = try who(person)
      let note = try ShortNote("It still smells")
      try await store.write { tx in try ObjectToAcceptance(post: post, note: note).perform(by: actor, in: tx) }
    }
    func view(_ viewer: Viewer = .visitor) async throws -> TopicView {
      let topic = topic
      return try await store.read { tx in try TopicView.load(topic, order: .oldest, page: 1, for: viewer, in: tx) }
    }
  }

  /// Ana asks, Kai and Omar answer.
  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, kai, omar) = (try #require(cast[.ana]), try #require(cast[.kai]), try #require(cast[.omar]))
    let topic = try await store.open("The oven smells", by: ana, in: try await store.addCategory())
    return Scene(
      store: store, cast: cast, topic: topic, first: try await store.reply("Clean it.", to: topic, by: kai),
      second: try await store.reply("Open a window.", to: topic, by: omar))
  }

  @Test("the asker, staff and moderators may, others may not", arguments: Person.allCases) func who(_ person: Person) async throws {
    let s = try await scene()
    let roles: [Person: AcceptanceRole] = [.ana: .asker, .mei: .staff, .noor: .staff, .tomas: .moderator]
    if let role = roles[person] {
      try await s.accept(s.first, person)
      let card = try #require(try await s.view().accepted.first)
      #expect(card.id == s.first)
      #expect(card.acceptance?.role == role)
      #expect(card.acceptance?.name == person.name)
      #expect(try await s.view().topic.isSolved)
    } else {
      await #expect(throws: ForumError.forbidden(.notAllowed)) { try await s.accept(s.first, person) }
      #expect(try await s.view().topic.isSolved == false)
    }
  }

  @Test("several may help, and twice is once") func several() async throws {
    let s = try await scene()
    try await s.accept(s.second, .ana)
    s.store.clock.advance(.minutes(1))
    try await s.accept(s.first, .ana)
    try await s.accept(s.first, .mei)
    #expect(try await s.view().accepted.map(\.id) == [s.second, s.first])
    #expect(try await s.view().accepted.last?.acceptance?.role == .asker, "the first mark stays")
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'answerAccepted'") == 2)
    try await s.unaccept(s.second, .ana)
    #expect(try await s.view().topic.isSolved, "one still stands")
    try await s.unaccept(s.first, .ana)
    #expect(try await s.view().topic.isSolved == false)
    try await s.unaccept(s.first, .ana)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("only an answer that stands in a question can be accepted") func onlyAnswers() async throws {
    let s = try await scene()
    let opening = try await s.store.opening(of: s.topic)
    let remark = try await s.store.remark(on: s.first, by: try s.who(.ana))
    let discussion = try await s.store.open("Talk", by: try s.who(.ana), in: CategoryID(rawValue: 1), kind: .discussion)
    let reply = try await s.store.reply(to: discussion, by: try s.who(.kai))
    let kai = try s.who(.kai), second = s.second, omar = try s.who(.omar)
    try await s.store.write { tx in try DeletePost(post: second).perform(by: omar, in: tx) }
    for post in [opening, remark, reply, second, PostID(rawValue: 999)] {
      await #expect(throws: ForumError.notFound) { try await s.accept(post, .ana) }
      await #expect(throws: ForumError.notFound) { try await s.accept(post, .mei) }
    }
    #expect(kai.viewer.may(.acceptAny) == false)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("a mark of staff stays until staff change it; the asker objects, the question is open again, and a new look of staff settles it")
  func objection() async throws {
    let s = try await scene()
    try await s.accept(s.first, .mei)
    await #expect(throws: ForumError.forbidden(.staffMark)) { try await s.unaccept(s.first, .ana) }
    await #expect(throws: ForumError.forbidden(.notYours)) { try await s.object(s.first, .kai) }
    await #expect(throws: ForumError.conflict(.alreadyDone)) { try await s.object(s.second, .ana) }
    try await s.object(s.first, .ana)
    try await s.object(s.first, .ana)
    #expect(try await s.view().topic.isSolved == false)
    #expect(try await s.view().accepted.first?.acceptance?.objection == "It still smells", "the mark stays, with what is said against it")
    #expect(try await s.store.number("SELECT count(*) FROM event WHERE kind = 'acceptanceObjected'") == 1)
    let found = try await s.store.read { tx in try SearchPosts("smells").perform(for: .visitor, in: tx).posts }
    #expect(found.first?.state == .question)
    try await s.accept(s.first, .tomas)
    #expect(try await s.view().topic.isSolved)
    #expect(try await s.view().accepted.first?.acceptance?.objection == nil)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("staff take a mark back with the objection to it") func staffTakeBack() async throws {
    let s = try await scene()
    try await s.accept(s.first, .mei)
    try await s.object(s.first, .ana)
    try await s.unaccept(s.first, .noor)
    #expect(try await s.view().accepted.isEmpty)
    #expect(try await s.store.number("SELECT count(*) FROM objection") == 0)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("an accepted answer that is deleted solves nothing, and solves again when it is back") func deleted() async throws {
    let s = try await scene()
    try await s.accept(s.first, .ana)
    let (post, kai) = (s.first, try s.who(.kai))
    try await s.store.write { tx in try DeletePost(post: post).perform(by: kai, in: tx) }
    #expect(try await s.view().topic.isSolved == false)
    #expect(try await s.view().accepted.isEmpty)
    #expect(try await s.store.number("SELECT accepted_count FROM member WHERE id = \(kai.id)") == 0)
    try await s.store.write { tx in try RestorePost(post: post).perform(by: kai, in: tx) }
    #expect(try await s.view().topic.isSolved)
    #expect(try await s.store.number("SELECT accepted_count FROM member WHERE id = \(kai.id)") == 1)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("solved without one answer: who may, once, and staff's word stays") func solvedWithout() async throws {
    let s = try await scene()
    let topic = s.topic
    let note = try ShortNote("A new seal")
    func solve(_ person: Person) async throws {
      let actor = try s.who(person)
      try await s.store.write { tx in try SolveWithoutAnswer(topic: topic, note: note).perform(by: actor, in: tx) }
    }
    func takeBack(_ person: Person) async throws {
      let actor = try s.who(person)
      try await s.store.write { tx in try TakeBackSolved(topic: topic).perform(by: actor, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await solve(.kai) }
    try await solve(.ana)
    await #expect(throws: ForumError.conflict(.alreadyDone)) { try await solve(.mei) }
    #expect(try await s.view().topic.isSolved)
    #expect(try await s.view().topic.solvedNote == "A new seal")
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await takeBack(.omar) }
    try await takeBack(.ana)
    #expect(try await s.view().topic.isSolved == false)
    #expect(try await s.view().topic.solvedNote == nil)
    try await solve(.mei)
    await #expect(throws: ForumError.forbidden(.staffMark)) { try await takeBack(.ana) }
    try await takeBack(.tomas)
    #expect(try await s.view().topic.isSolved == false)
  }

  @Test("a mark that was taken back is put back as it stood, for a day, by those who may take it") func again() async throws {
    let s = try await scene()
    let (post, topic) = (s.first, s.topic)
    func again(_ person: Person) async throws {
      let actor = try s.who(person)
      try await s.store.write { tx in try AcceptAgain(post: post).perform(by: actor, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await again(.ana) }
    try await s.accept(post, .mei)
    let marked = try await s.view().accepted.first?.acceptance
    s.store.clock.advance(.minutes(1))
    try await s.object(post, .ana)
    try await s.unaccept(post, .noor)
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await again(.kai) }
    await #expect(throws: ForumError.forbidden(.staffMark)) { try await again(.ana) }
    for _ in 1...2 { try await again(.noor) }
    let back = try await s.view().accepted.first?.acceptance
    #expect(back?.role == .staff && back?.name == marked?.name && back?.at == marked?.at && back?.objection == "It still smells")
    #expect(try await s.view().topic.isSolved == false, "the objection stands again too")
    #expect(try await s.store.miscounts() == [])
    try await s.unaccept(post, .noor)
    s.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await again(.noor) }
    try await s.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await s.store.number("SELECT count(*) FROM acceptance_taken_back") == 0)

    func solvedAgain(_ person: Person) async throws {
      let actor = try s.who(person)
      try await s.store.write { tx in try SolvedAgain(topic: topic).perform(by: actor, in: tx) }
    }
    let (note, mei) = (try ShortNote("A new seal"), try s.who(.mei))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await solvedAgain(.mei) }
    try await s.store.write { tx in try SolveWithoutAnswer(topic: topic, note: note).perform(by: mei, in: tx) }
    let solved = try await s.view().topic
    s.store.clock.advance(.minutes(1))
    try await s.store.write { tx in try TakeBackSolved(topic: topic).perform(by: mei, in: tx) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await solvedAgain(.kai) }
    await #expect(throws: ForumError.forbidden(.staffMark)) { try await solvedAgain(.ana) }
    for _ in 1...2 { try await solvedAgain(.mei) }
    let head = try await s.view().topic
    #expect(head.solvedNote == "A new seal" && head.solvedAt == solved.solvedAt && head.solvedRole == .staff && head.isSolved)
    try await s.store.write { tx in try TakeBackSolved(topic: topic).perform(by: mei, in: tx) }
    s.store.clock.advance(.hours(24))
    await #expect(throws: ForumError.forbidden(.undoTooLate)) { try await solvedAgain(.mei) }
    try await s.store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await s.store.number("SELECT count(*) FROM solved_taken_back") == 0)
    #expect(try await s.store.miscounts() == [])
  }

  @Test("me too counts one for each member but the asker, and is taken back") func meToo() async throws {
    let s = try await scene()
    let topic = s.topic
    func say(_ person: Person, _ wanted: Bool = true) async throws {
      let actor = try s.who(person)
      try await s.store.write { tx in try SayMeToo(topic: topic, wanted: wanted).perform(by: actor, in: tx) }
    }
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await say(.ana) }
    try await say(.kai)
    try await say(.kai)
    try await say(.omar)
    #expect(try await s.view(try s.who(.kai).viewer).topic.hasMyMeToo)
    #expect(try await s.view().topic.meTooCount == 2)
    try await say(.kai, false)
    try await say(.kai, false)
    #expect(try await s.view().topic.meTooCount == 1)
    let discussion = try await s.store.open("Talk", by: try s.who(.ana), in: CategoryID(rawValue: 1), kind: .discussion)
    let kai = try s.who(.kai)
    await #expect(throws: ForumError.notFound) {
      try await s.store.write { tx in try SayMeToo(topic: discussion, wanted: true).perform(by: kai, in: tx) }
    }
    #expect(try await s.store.miscounts() == [])
  }

  @Test("whoever took their name off the question is named nowhere on it") func nameless() async throws {
    let s = try await scene()
    let (opening, ana, topic) = (try await s.store.opening(of: s.topic), try s.who(.ana), s.topic)
    try await s.accept(s.first, .ana)
    let note = try ShortNote("A new seal")
    try await s.store.write { tx in
      try SolveWithoutAnswer(topic: topic, note: note).perform(by: ana, in: tx)
      try TakeNameOff(post: opening).perform(by: ana, in: tx)
    }
    let view = try await s.view()
    #expect(view.opening.author == nil)
    #expect(view.accepted.first?.acceptance?.role == .asker)
    #expect(view.accepted.first?.acceptance?.name == nil)
    #expect(view.topic.solvedByName == nil)
    let rows = try await s.store.read { tx in try TopicList.load(.latest, before: nil, for: .visitor, in: tx).rows }
    #expect(rows.first?.author == nil)
    let found = try await s.store.read { tx in try SearchPosts("print").perform(for: .visitor, in: tx).posts }
    #expect(found.allSatisfy { $0.author == nil } && !found.isEmpty)
    #expect(try await s.store.read { tx in try PostHistory.load(opening, for: .visitor, in: tx).versions.first?.editor } == nil)
  }
}
