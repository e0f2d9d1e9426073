import Community
import Database
import Jobs
import TestSupport
import Testing

@Suite("Who is told of what") struct TellTests {
  @Test("the asker of an answer, the author of a reply's or remark's post, whoever is mentioned; nobody of their own act") func personal()
    async throws
  {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    let answer = try await t.write("Clean it, as @omar says", to: question, by: .kai)
    try await t.store.remark("How", on: answer, by: try t.who(.ana))
    try await t.store.remark("So", on: answer, by: try t.who(.kai))
    let talk = try await t.store.open("Bread", by: try t.who(.mei), in: t.help, kind: .discussion)
    let reply = try await t.write("I bake", to: talk, by: .omar)
    try await t.write("So do I", to: talk, by: .kai, replyTo: reply)
    try await t.settle()
    #expect(try await t.kinds(of: .ana) == [.answered])
    #expect(try await t.kinds(of: .kai) == [.remarked])
    #expect(try await t.kinds(of: .omar) == [.replied, .mentioned])
    #expect(try await t.kinds(of: .mei) == [.replied, .replied])
    for nobody in [Person.tomas, .noor, .sam] { #expect(try await t.kinds(of: nobody) == []) }
    #expect(try await t.unread(of: .mei) == 2)
  }

  @Test("an accepted answer is told to its author, and the solution to the asker and to who said me too, but not to who did it")
  func solved()
    async throws
  {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    let answer = try await t.write("Clean it", to: question, by: .kai)
    for person in [Person.omar, .kai] {
      let actor = try t.who(person)
      try await t.store.write { tx in try SayMeToo(topic: question, wanted: true).perform(by: actor, in: tx) }
    }
    let (mei, ana) = (try t.who(.mei), try t.who(.ana))
    try await t.store.write { tx in try AcceptAnswer(post: answer).perform(by: mei, in: tx) }
    try await t.settle()
    #expect(try await t.kinds(of: .kai) == [.accepted])
    #expect(try await t.kinds(of: .omar) == [.solved])
    #expect(try await t.kinds(of: .ana) == [.solved, .answered])
    #expect(try await t.kinds(of: .mei) == [])
    // Taken back it is no longer told; given again it is not told twice.
    try await t.store.write { tx in try UnacceptAnswer(post: answer).perform(by: mei, in: tx) }
    try await t.settle()
    #expect(try await t.kinds(of: .kai) == [])
    #expect(try await t.kinds(of: .omar) == [])
    try await t.store.write { tx in try AcceptAnswer(post: answer).perform(by: mei, in: tx) }
    try await t.settle()
    #expect(try await t.kinds(of: .kai) == [.accepted])
    #expect(try await t.store.number("SELECT count(*) FROM notice WHERE kind = 'accepted'") == 1)
    let other = try await t.store.open("Mills", by: ana, in: t.help)
    let (omar, note) = (try t.who(.omar), try ShortNote("A new mill"))
    try await t.store.write { tx in try SayMeToo(topic: other, wanted: true).perform(by: omar, in: tx) }
    try await t.store.write { tx in try SolveWithoutAnswer(topic: other, note: note).perform(by: ana, in: tx) }
    try await t.settle()
    #expect(try await t.kinds(of: .omar) == [.solved, .solved])
    #expect(try await t.notices(of: .ana).filter { $0.topic == other }.isEmpty)
  }

  @Test("of one act a member hears once, by the strongest reason, however often the worker goes over it") func once() async throws {
    let t = try await Told()
    try await t.choose(.everything, .category(t.help), by: .omar)
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.settle()
    try await t.choose(.everything, .topic(question), by: .ana)
    let answer = try await t.write("@ana: as @omar says, clean it", to: question, by: .kai)
    try await t.store.remark("It is @ana again", on: answer, by: try t.who(.omar))
    try await t.settle()
    #expect(try await t.kinds(of: .ana) == [.written, .answered], "the remark names nobody who has that name")
    #expect(try await t.kinds(of: .omar) == [.mentioned, .opened])
    #expect(try await t.kinds(of: .kai) == [.remarked])
    let rows = try await t.store.number("SELECT count(*) FROM notice")
    try await t.run("UPDATE reaction SET event_id = 0 WHERE name = 'tell'")
    try await t.settle()
    #expect(try await t.store.number("SELECT count(*) FROM notice") == rows)
    #expect(try await t.store.number("SELECT count(*) FROM telling") == 0)
  }

  @Test("a mention that an edit brings is told once; who was told of the post already hears nothing new") func edits() async throws {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    let answer = try await t.write("Clean it", to: question, by: .kai)
    try await t.settle()
    for text in ["@omar and @ana and @kai, clean it", "@omar and @ana, clean it well"] {
      let (body, kai) = (try PostBody(text, people: ["omar", "ana", "kai"]), try t.who(.kai))
      try await t.store.write { tx in
        let version: Int = try tx.value("SELECT version FROM post WHERE id = \(answer)") ?? 0
        try EditPost(post: answer, body: body, heading: nil, version: version).perform(by: kai, in: tx)
      }
      try await t.settle()
    }
    #expect(try await t.kinds(of: .omar) == [.mentioned])
    #expect(try await t.kinds(of: .ana) == [.answered])
    #expect(try await t.kinds(of: .kai) == [])
  }

  @Test("a post of staff that mentions 200 people tells the first 20") func manyMentions() async throws {
    let t = try await Told()
    try await t.store.write { tx in
      for number in 1...200 {
        try tx.run("INSERT INTO member (name, handle, role, created_at) VALUES ('Bee', \("bee-\(number)"), 'member', 1)")
      }
    }
    let talk = try await t.store.open("Bees", by: try t.who(.kai), in: t.help, kind: .discussion)
    try await t.write((1...200).map { "@bee-\($0)" }.joined(separator: " "), to: talk, by: .mei)
    try await t.settle()
    let told = try await t.store.read { tx in
      try tx.values(
        "SELECT handle FROM notice JOIN member ON member.id = notice.member_id WHERE notice.kind = 'mentioned' ORDER BY member.id",
        as: String.self)
    }
    #expect(told == (1...TellMembers.mostMentions).map { "bee-\($0)" })
  }

  @Test("each level sends what the table says", arguments: FollowTarget.Kind.allCases, FollowLevel.allCases)
  func levels(_ kind: FollowTarget.Kind, _ level: FollowLevel) async throws {
    let t = try await Told()
    let first = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help, tags: "oven")
    try await t.settle()
    let tag: TopicTagID? = try await t.store.read { tx in try tx.value("SELECT id FROM tag") }
    let target: FollowTarget =
      switch kind {
      case .topic: .topic(first)
      case .category: .category(t.help)
      case .tag: .tag(try #require(tag))
      case .member: .member(try t.who(.kai).id)
      }
    try await t.choose(level, target, by: .omar)
    try await t.store.open("Mills", by: try t.who(.kai), in: t.help, tags: "oven")
    let answer = try await t.write("Clean it", to: first, by: .kai)
    try await t.store.remark("How", on: answer, by: try t.who(.kai))
    try await t.settle()
    let sent = FollowTable.sends(level, of: kind)
    var expected: [NoticeKind] = []
    if sent.contains(.remarks) { expected.append(.written) }
    if sent.contains(.replies) { expected.append(.written) }
    if sent.contains(.topics) { expected.append(.opened) }
    #expect(try await t.kinds(of: .omar) == expected)
    // What concerns somebody comes with every level but mute.
    try await t.write("@omar knows", to: first, by: .kai)
    try await t.settle()
    #expect(try await t.kinds(of: .omar).first == (sent.contains(.personal) ? .mentioned : expected.first))
  }

  @Test("what was chosen for the topic counts in place of its category and tags, and beside its author") func nearest() async throws {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.settle()
    try await t.choose(.everything, .category(t.help), by: .omar)
    try await t.choose(.normal, .topic(question), by: .omar)
    try await t.write("One", to: question, by: .kai)
    try await t.settle()
    #expect(try await t.kinds(of: .omar) == [])
    try await t.choose(.everything, .member(try t.who(.kai).id), by: .omar)
    try await t.write("Two", to: question, by: .kai)
    try await t.settle()
    #expect(try await t.kinds(of: .omar) == [.written])
    try await t.choose(.mute, .category(t.help), by: .tomas)
    try await t.choose(.follow, .topic(question), by: .tomas)
    try await t.write("Three", to: question, by: .kai)
    try await t.settle()
    #expect(try await t.kinds(of: .tomas) == [.written])
  }

  @Test("what is muted sends nothing, not even an answer or a mention, and what was told before is gone while it lasts") func muted()
    async throws
  {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help, tags: "oven")
    try await t.write("@ana, clean it", to: question, by: .kai)
    try await t.settle()
    #expect(try await t.unread(of: .ana) == 1)
    let tag: TopicTagID? = try await t.store.read { tx in try tx.value("SELECT id FROM tag") }
    let targets: [FollowTarget] = [.topic(question), .category(t.help), .tag(try #require(tag)), .member(try t.who(.kai).id)]
    for (number, target) in targets.enumerated() {
      try await t.choose(.mute, target, by: .ana)
      #expect(try await t.kinds(of: .ana) == [], "\(target)")
      #expect(try await t.unread(of: .ana) == 0, "\(target)")
      try await t.write("@ana, again \(number)", to: question, by: .kai)
      try await t.settle()
      try await t.choose(.normal, target, by: .ana)
      try await t.run("DELETE FROM follow")
      #expect(try await t.kinds(of: .ana) == [.answered], "\(target)")
    }
  }

  @Test("who followed somebody does not learn what they wrote without their name; others learn it without the name") func nameless()
    async throws
  {
    let t = try await Told()
    let kai = try t.who(.kai)
    try await t.choose(.everything, .member(kai.id), by: .omar)
    try await t.choose(.mute, .member(kai.id), by: .tomas)
    let body = try PostBody("Ask @ana or @tomas", people: ["ana", "tomas"])
    let open = OpenTopic(
      kind: .question, category: t.help, title: try TopicTitle("Whose is it"), body: body, tags: try TagChoice(""),
      key: try #require(SubmissionKey("key-of-this-one")))
    let topic = try await t.store.write { tx in try open.perform(by: kai, in: tx) }
    try await t.settle()
    #expect(try await t.kinds(of: .omar) == [.opened])
    #expect(try await t.kinds(of: .tomas) == [])
    try await t.write("Mine", to: topic, by: .mei)
    try await t.run("UPDATE post SET nameless = TRUE WHERE number = 1")
    #expect(try await t.kinds(of: .omar) == [])
    #expect(try await t.notices(of: .ana).map(\.author) == [nil])
  }
}
