import Community
import Database
import Matching
import TestSupport
import Testing

@Suite("What matching knows") struct MatchIndexTests {
  /// Some people, categories and topics, and an index that is asked after every deed.
  private struct Scene {
    let store: TestStore
    let cast: [Person: Actor]
    let help: CategoryID
    let team: CategoryID
    let index = MatchIndex()

    func actor(_ person: Person) throws -> Actor { try #require(cast[person]) }

    /// Everything it answers, a line for each answer.
    func answers(of index: MatchIndex) async throws -> [String] {
      let (store, index) = (store, index)
      return try await store.read { tx in
        let members = try tx.values("SELECT id FROM member ORDER BY id", as: Int64.self)
        let topics = try tx.values("SELECT id FROM topic ORDER BY id", as: Int64.self)
        let lines = try index.read(in: tx) { known in
          members.flatMap { member in
            let meetings = known.ground.meetings(for: member, at: tx.now.rawValue)
            return [
              "active \(member): \(meetings.active.map { "\($0.id) \($0.score) \($0.evidence)" })",
              "niche \(member): \(meetings.niche.map { "\($0.id) \($0.score)" })",
              "met \(member): \(known.ground.met(by: member).sorted())",
            ]
          } + topics.map { "related \($0): \(known.ground.related(to: $0, most: 10).map { "\($0.id) \($0.score)" })" }
            + ["suggested \(known.suggested.sorted()), asked \(known.asked.sorted())"]
        }
        return lines ?? ["preparing"]
      }
    }

    /// The same from an index that was made this moment.
    func fresh() async throws -> [String] {
      let fresh = MatchIndex()
      try await fresh.rebuild(from: store)
      return try await answers(of: fresh)
    }

    func standing() async throws -> [String] {
      if try await store.read({ [index] tx in try index.catchUp(in: tx) }) { try await index.rebuild(from: store) }
      return try await answers(of: index)
    }
  }

  private func scene() async throws -> Scene {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let scene = Scene(
      store: store, cast: cast, help: try await store.addCategory("Help"), team: try await store.addCategory("Team", .staff))
    let subjects = ["yeast starter", "sourdough hydration", "oven stone", "rye flour", "proofing basket"]
    for (number, subject) in subjects.enumerated() {
      let asker = try scene.actor(number.isMultiple(of: 2) ? .ana : .omar)
      let topic = try await store.open(
        "About \(subject)", by: asker, in: scene.help, body: "My \(subject) fails with bread \(number).", tags: "bread, \(number)")
      let answer = try await store.reply("Warm the \(subject) first, then bread works.", to: topic, by: try scene.actor(.kai))
      try await store.remark("Which \(subject) brand?", on: answer, by: asker)
    }
    return scene
  }

  private static let deeds = 50

  @Test("is the same after every change as if it had been made anew", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func follows(seed: UInt64) async throws {
    let scene = try await scene()
    try await scene.index.rebuild(from: scene.store)
    var dice = Dice(seed: seed)
    for deed in 0..<Self.deeds {
      let what = try await Self.one(deed, scene, &dice)
      let (standing, fresh) = (try await scene.standing(), try await scene.fresh())
      #expect(standing == fresh, "\(what)")
    }
  }

  /// Does something at random and says what.
  private static func one(_ deed: Int, _ scene: Scene, _ dice: inout Dice) async throws -> String {
    let (store, tomas, noor) = (scene.store, try scene.actor(.tomas), try scene.actor(.noor))
    let topics = try await store.read { tx in
      try tx.values("SELECT id FROM topic ORDER BY id", as: TopicID.self)
    }
    let posts = try await store.read { tx in try tx.values("SELECT id FROM post WHERE number > 1 ORDER BY id", as: PostID.self) }
    let (topic, post) = (dice.pick(topics), dice.pick(posts))
    let person = try scene.actor(dice.pick([Person.ana, .kai, .omar]))
    let rolled = dice.number(below: 12)
    func attempt(_ body: @escaping @Sendable (Transaction) throws -> Void) async { try? await store.write(body) }
    func moderate(_ wanted: ModeratePost.Wanted) async {
      await attempt { tx in
        try ModeratePost(post, wanted, why: .init(rule: .none, words: .none, note: .none)).perform(by: tomas, in: tx)
      }
    }
    switch rolled {
    case 0: _ = try? await store.reply("Bread \(deed) needs salt and yeast.", to: topic, by: person)
    case 1: _ = try? await store.open("Bread \(deed)", by: person, in: scene.help, body: "Salt \(deed)?", tags: "bread")
    case 2: try? await store.edit(post, to: "Rather rye \(deed) than yeast.", by: tomas)
    case 3: await moderate(.hide)
    case 4: await moderate(.show)
    case 5: await moderate(.delete)
    case 6:
      await attempt { tx in
        let opening: PostID? = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1")
        guard let opening else { return }
        try ModeratePost(opening, .hide, why: .init(rule: .none, words: .none, note: .none)).perform(by: tomas, in: tx)
      }
    case 7: await attempt { tx in _ = try MoveTopic(topic, to: scene.team).perform(by: noor, in: tx) }
    case 8:
      let other = dice.pick(topics)
      await attempt { tx in try MergeTopics(other, into: topic).perform(by: noor, in: tx) }
    case 9:
      await attempt { tx in
        let last: ActID? = try tx.value("SELECT id FROM act WHERE undoes IS NULL ORDER BY id DESC LIMIT 1")
        if let last { try UndoAct(last).perform(by: noor, in: tx) }
      }
    case 10:
      var choices = MatchChoices()
      (choices.suggestMe, choices.usePosts) = (dice.number(below: 2) == 0, dice.number(below: 3) > 0)
      let chosen = choices
      await attempt { tx in try SetMatchChoices(chosen).perform(by: person, in: tx) }
    default:
      let wanted = dice.number(below: 2) == 0
      await attempt { tx in try SetSensitive(.category(scene.help), wanted: wanted).perform(by: noor, in: tx) }
    }
    return "deed \(deed) of kind \(rolled), topic \(topic.rawValue), post \(post.rawValue)"
  }

  @Test("a tag that becomes sensitive takes its topics out at once, and none is suggested until the rest is ready")
  func sensitiveTag() async throws {
    let scene = try await scene()
    let noor = try scene.actor(.noor)
    try await scene.index.rebuild(from: scene.store)
    try await scene.store.write { tx in
      let tag: TopicTagID? = try tx.value("SELECT id FROM tag WHERE name = 'bread'")
      try SetSensitive(.tag(try #require(tag)), wanted: true).perform(by: noor, in: tx)
    }
    #expect(try await scene.answers(of: scene.index) == ["preparing"])
    #expect(try await scene.standing().filter { $0.hasPrefix("related") }.allSatisfy { $0.hasSuffix("[]") })
  }

  @Test("who was erased, or came with an import and never signed in, is nobody; what they wrote still tells of its topic")
  func nobody() async throws {
    let scene = try await scene()
    try await scene.index.rebuild(from: scene.store)
    let (kai, noor) = (try scene.actor(.kai), try scene.actor(.noor))
    try await scene.store.write { tx in
      try EraseMember(kai.id, texts: false, words: try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")).perform(
        by: noor, in: tx)
    }
    let answers = try await scene.standing()
    #expect(answers == (try await scene.fresh()))
    #expect(answers.contains("met \(kai.id.rawValue): []"))
    #expect(answers.contains { $0.hasPrefix("related") && !$0.hasSuffix("[]") })
    let ana = try scene.actor(.ana)
    try await scene.store.write { tx in try tx.record(Event(.membersJoined, actor: noor.id, member: ana.id)) }
    #expect(try await scene.standing() == (try await scene.fresh()))
    try await scene.store.write { tx in try tx.run("UPDATE member SET imported = TRUE WHERE id = \(ana.id)") }
    #expect(try await scene.fresh().contains("met \(try scene.actor(.omar).id.rawValue): []"))
  }

  @Test("an interest is a fact until it is switched off, and again when it is switched on")
  func interest() async throws {
    let scene = try await scene()
    try await scene.index.rebuild(from: scene.store)
    let sam = try scene.actor(.sam)
    let declare = DeclareInterests(try DeclaredInterests("bread"))
    try await scene.store.write { tx in try declare.perform(by: sam, in: tx) }
    let active = "active \(sam.id.rawValue): "
    for wanted in [true, false, true] {
      try await scene.store.write { tx in
        let tag: TopicTagID? = try tx.value("SELECT id FROM tag WHERE name = 'bread'")
        try UseFact(.interest(try #require(tag)), wanted: wanted).perform(by: sam, in: tx)
      }
      let answers = try await scene.standing()
      #expect(answers == (try await scene.fresh()))
      #expect(answers.contains("\(active)[]") != wanted)
    }
  }
}
