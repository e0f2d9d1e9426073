import Community
import Database
import Jobs
import Mail
import TestSupport
import Testing

@Suite("Notices of messages") struct MessageNoticeTests {
  private let mailroom: Mailroom
  init() throws { mailroom = try .make() }

  private func queue(_ t: Told, _ transport: ScriptedTransport) -> MailQueue {
    MailQueue(
      store: t.store, transport: transport, from: { _ in MailAddress(name: "Kindred", "forum@bees.example") },
      notices: NoticeLetters(mailroom), random: { randomBytes($0) }, log: quiet, pollEvery: .milliseconds(20))
  }

  private func settle(_ t: Told) async throws { try await t.store.worker([Tell(mailroom)]).drain() }

  /// Kai wrote to Ana, and nothing was sent yet.
  private func written() async throws -> (Told, ConversationID) {
    let t = try await Told()
    let conversation = try await t.store.write("How are *your* bees?", to: try t.who(.ana), by: try t.who(.kai)).conversation
    try await settle(t)
    return (t, conversation)
  }

  private func read(_ conversation: ConversationID, by person: Person, _ t: Told) async throws {
    let mark = MarkRead(
      marks: [:], views: [:], conversations: [ReadConversation(member: try t.who(person).id, conversation: conversation): 30])
    try await t.store.write { tx in try mark.perform(in: tx) }
  }

  @Test("the other one is told once until they have read it, however often the worker goes over it; nobody else is") func told()
    async throws
  {
    let (t, conversation) = try await written()
    try await t.store.write("Well?", in: conversation, by: try t.who(.kai))
    try await settle(t)
    #expect(try await t.kinds(of: .ana) == [.message])
    #expect(try await t.unread(of: .ana) == 1)
    #expect(try await t.notices(of: .ana).map(\.place) == [.message(WrittenPart(conversation: conversation, number: 1), title: "")])
    for person in Person.allCases where person != .ana { #expect(try await t.kinds(of: person) == [], "\(person)") }
    try await read(conversation, by: .ana, t)
    #expect(try await t.unread(of: .ana) == 0)
    try await t.run("UPDATE reaction SET event_id = 0 WHERE name = 'tell'")
    try await settle(t)
    #expect(try await t.unread(of: .ana) == 0, "what was read is not told again")
    try await t.store.write("Again", in: conversation, by: try t.who(.kai))
    try await settle(t)
    #expect(try await t.unread(of: .ana) == 1)
    let ana = try t.who(.ana)
    _ = try await t.store.write { tx in
      try MarkNoticesRead(.conversation(conversation), upTo: NoticeID(rawValue: 999)).perform(by: ana, in: tx)
    }
    #expect(try await t.unread(of: .ana) == 0)
  }

  @Test("a private question is told to all who answer for the company, then to who answered, and the answer to who asked") func staff()
    async throws
  {
    let t = try await Told()
    let conversation = try await t.store.askPrivately("My invoice", by: try t.who(.ana))
    try await settle(t)
    #expect(try await t.kinds(of: .mei) == [.message])
    #expect(try await t.kinds(of: .noor) == [.message])
    for person in [Person.tomas, .omar, .kai, .ana] { #expect(try await t.kinds(of: person) == [], "\(person)") }
    try await t.store.write("It is right", in: conversation, by: try t.who(.mei))
    try await settle(t)
    #expect(try await t.notices(of: .ana).map { $0.author?.name } == ["Mei Tanaka"])
    try await t.run("DELETE FROM notice")
    try await t.store.write("Thank you", in: conversation, by: try t.who(.ana))
    try await settle(t)
    #expect(try await t.kinds(of: .mei) == [.message])
    #expect(try await t.kinds(of: .noor) == [])
    // Who answers for the company no more is told nothing, and what they were told is gone.
    try await t.run("UPDATE member SET role = 'member' WHERE handle = 'mei'")
    let former = try await t.store.read { tx in try Viewer.find(try t.who(.mei).id, in: tx) }
    let viewer = try #require(former)
    #expect(try await t.store.read { tx in try UnreadNotices.count(for: viewer, in: tx) } == 0)
  }

  @Test("comes by mail after ten minutes with its beginning, where it leads, and how it is stopped") func mail() async throws {
    let (t, conversation) = try await written()
    let transport = ScriptedTransport()
    t.store.clock.advance(.minutes(9))
    try await queue(t, transport).sendDue()
    #expect(transport.sent.isEmpty)
    t.store.clock.advance(.minutes(1))
    try await queue(t, transport).sendDue()
    let mail = try #require(transport.sent.first)
    #expect(transport.sent.count == 1 && mail.to.address == "ana@example.org")
    #expect(mail.subject.hasPrefix("Kai Lindqvist wrote to you at "))
    for part in ["How are your bees?", "https://bees.example/messages/\(conversation.rawValue)#m1", "/mail/stop/"] {
      #expect(mail.text.contains(part), "\(part)")
    }
  }

  static let silencing: [(String, String)] = [
    ("read", "UPDATE notice SET read_at = 1"),
    ("left", "UPDATE conversation_member SET left_at = 1 WHERE member_id = (SELECT id FROM member WHERE handle = 'ana')"),
    ("muted", "UPDATE conversation_member SET muted = TRUE WHERE member_id = (SELECT id FROM member WHERE handle = 'ana')"),
    (
      "blocked",
      "INSERT INTO member_block (member_id, blocked_id, at) SELECT one.id, other.id, 1 FROM member one CROSS JOIN member other WHERE one.handle = 'ana' AND other.handle = 'kai'"
    ),
    (
      "a muted member",
      "INSERT INTO follow (member_id, kind, target_id, level, at) SELECT one.id, 'member', other.id, 'mute', 1 FROM member one CROSS JOIN member other WHERE one.handle = 'ana' AND other.handle = 'kai'"
    ),
    ("suspended", "UPDATE member SET suspended_until = 99999999999999 WHERE handle = 'ana'"),
    ("written by somebody suspended", "UPDATE member SET suspended_until = 99999999999999 WHERE handle = 'kai'"),
    ("unwanted", "INSERT INTO mail_choice (member_id, kind, wanted) SELECT id, 'message', FALSE FROM member WHERE handle = 'ana'"),
  ]

  @Test("no mail goes to who read it, left, muted, blocked or was suspended by the time it would go", arguments: silencing)
  func dropped(_ what: String, _ change: String) async throws {
    let (t, _) = try await written()
    t.store.clock.advance(.minutes(10))
    try await t.run(SQL(trusted: change))
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    #expect(transport.sent.isEmpty, "\(what)")
    #expect(try await t.store.mail().isEmpty, "\(what)")
  }

  @Test(
    "who left, muted or blocked before the worker came by is told nothing, nor is it counted or listed after", arguments: [false, true])
  func silenced(_ before: Bool) async throws {
    for (what, change) in Self.silencing.dropFirst().prefix(4) {
      let t = try await Told()
      try await t.store.write(to: try t.who(.ana), by: try t.who(.kai))
      if before { try await t.run(SQL(trusted: change)) }
      try await settle(t)
      if !before { try await t.run(SQL(trusted: change)) }
      #expect(try await t.unread(of: .ana) == 0, "\(what)")
      #expect(try await t.kinds(of: .ana) == [], "\(what)")
      if before { #expect(try await t.store.number("SELECT count(*) FROM notice") == 0, "\(what)") }
    }
  }

  @Test("who is blocked tells nothing by what they do: no answer, mention or followed post, before or after") func blocked() async throws {
    let t = try await Told()
    let (ana, kai) = (try t.who(.ana), try t.who(.kai))
    let question = try await t.store.open("Ovens", by: ana, in: t.help)
    try await t.choose(.everything, .topic(question), by: .ana)
    try await t.write("@ana, clean it", to: question, by: .kai)
    try await t.settle()
    #expect(try await t.unread(of: .ana) == 1)
    try await t.store.block(kai, by: ana)
    #expect(try await t.unread(of: .ana) == 0)
    #expect(try await t.kinds(of: .ana) == [])
    try await t.write("@ana, once more", to: question, by: .kai)
    let talk = try await t.store.open("Bread", by: kai, in: t.help, kind: .discussion, body: "@ana")
    try await t.write("Of @ana", to: talk, by: .kai)
    try await t.settle()
    #expect(try await t.store.number("SELECT count(*) FROM notice WHERE member_id = \(ana.id)") == 1)
    #expect(try await t.kinds(of: .kai) == [])
    // Others are told as before, and what Mei does reaches Ana.
    try await t.write("@omar and @ana, so it is", to: question, by: .mei)
    try await t.settle()
    #expect(try await t.kinds(of: .ana) == [.answered])
    #expect(try await t.kinds(of: .omar) == [.mentioned])
  }
}
