import Community
import Database
import Jobs
import Mail
import TestSupport
import Testing

@Suite("Mail for each new question") struct QuestionMailTests {
  private func choose(_ t: Told, _ person: Person, in categories: [String] = []) async throws {
    let actor = try t.who(person)
    try await t.store.write { tx in
      try MailChoices.set(.question, wanted: true, by: actor.id, in: tx)
      try ChooseQuestionMail(in: categories).perform(by: actor, in: tx)
    }
  }

  /// The subjects and addresses of everything that is mailed after ten minutes.
  private func sent(_ t: Told) async throws -> [String] {
    let mailroom = try Mailroom.make()
    try await t.store.worker([Tell(mailroom)]).drain()
    t.store.clock.advance(.minutes(10))
    let transport = ScriptedTransport()
    try await MailQueue(
      store: t.store, transport: transport, from: { _ in MailAddress(name: "Kindred", "forum@bees.example") },
      notices: NoticeLetters(mailroom), random: { randomBytes($0) }, log: quiet, pollEvery: .milliseconds(20)
    ).sendDue()
    #expect(transport.sent.allSatisfy { mail in mail.headers.contains { $0.name == .listUnsubscribePost } })
    return transport.sent.map { "\($0.to.address): \($0.subject)" }.sorted()
  }

  @Test("goes to those of the company who chose it, where they chose it, for questions and nothing else, and not to who asked")
  func chosen()
    async throws
  {
    let t = try await Told()
    let other = try await t.store.addCategory("Other")
    let staff = try await t.store.addCategory("Inside", .staff)
    for person in [Person.mei, .noor] { try await choose(t, person) }
    try await choose(t, .tomas, in: ["other", "nowhere"])
    // Chosen by somebody who may not have it.
    try await choose(t, .ana)
    try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.store.open("Talk", by: try t.who(.ana), in: t.help, kind: .discussion)
    #expect(try await sent(t) == ["mei@example.org: New question: Ovens", "noor@example.org: New question: Ovens"])
    try await t.store.open("Mills", by: try t.who(.mei), in: other)
    #expect(try await sent(t) == ["noor@example.org: New question: Mills", "tomas@example.org: New question: Mills"])
    try await t.run("DELETE FROM category_access WHERE category_id = \(staff) AND role = 'admin'")
    try await t.store.open("Secret", by: try t.who(.tomas), in: staff)
    #expect(try await sent(t) == ["mei@example.org: New question: Secret"])
  }

  @Test(
    "is not sent where it was read, hidden, muted, or is not theirs to have by then",
    arguments: [
      "UPDATE notice SET read_at = 1", "UPDATE topic SET hidden = TRUE", "UPDATE member SET role = 'member' WHERE handle = 'mei'",
      "UPDATE category_access SET may_see = FALSE WHERE role = 'staff'", "UPDATE mail_choice SET wanted = FALSE",
      "INSERT INTO follow (member_id, kind, target_id, level, at) SELECT id, 'topic', 1, 'mute', 1 FROM member WHERE handle = 'mei'",
    ] as [SQL])
  func dropped(_ change: SQL) async throws {
    let t = try await Told()
    try await choose(t, .mei)
    try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.settle()
    try await t.run(change)
    #expect(try await sent(t) == [])
  }

  @Test("is one mail and one notice for who follows the category by mail too") func once() async throws {
    let t = try await Told()
    try await choose(t, .mei)
    try await t.choose(.mail, .category(t.help), by: .mei)
    try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    #expect(try await sent(t) == ["mei@example.org: New question: Ovens"])
    #expect(try await t.kinds(of: .mei) == [.opened])
  }
}

@Suite("Mail that comes back") struct BounceTests {
  @Test("stops notices from being mailed until the member says it works again, and says why") func story() async throws {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.write("Clean it", to: question, by: .kai)
    let mailroom = try Mailroom.make()
    func tell() async throws { try await t.store.worker([Tell(mailroom)]).drain() }
    func waiting() async throws -> Int { try await t.store.number("SELECT count(*) FROM mail WHERE state = 'queued'") }
    try await tell()
    #expect(try await waiting() == 1)
    let (ana, email) = (try t.who(.ana), try EmailAddress("Ana@example.org"))
    try await t.store.write { tx in try NoteBounce(of: email, reason: "550 5.1.1\r\nno \u{202E}such mailbox").perform(in: tx) }
    #expect(try await waiting() == 0, "what waited is not sent")
    try await t.write("Clean it again", to: question, by: .omar)
    try await tell()
    #expect(try await waiting() == 0)
    #expect(try await t.unread(of: .ana) == 2, "the site tells her all the same")
    let own = try await t.store.read { tx in try OwnSettings.find(ana, in: tx) }
    #expect(own?.bounce?.reason == "550 5.1.1 no such mailbox")
    try await t.store.write { tx in try MendBounce().perform(by: ana, in: tx) }
    try await t.write("And again", to: question, by: .mei)
    try await tell()
    #expect(try await waiting() == 1)
    #expect(try await t.store.read { tx in try OwnSettings.find(ana, in: tx) }?.bounce == nil)
  }

  @Test("an address of nobody is refused, and links that are asked for are still sent") func links() async throws {
    let t = try await Told()
    let (nobody, anas) = (try EmailAddress("nobody@example.org"), try EmailAddress("ana@example.org"))
    await #expect(throws: ForumError.notFound) { try await t.store.write { tx in try NoteBounce(of: nobody, reason: "").perform(in: tx) } }
    try await t.store.write { tx in try NoteBounce(of: anas, reason: "550").perform(in: tx) }
    let mailroom = try Mailroom.make()
    try await t.store.record(Event(.passwordResetAsked, member: try t.who(.ana).id))
    try await t.store.worker([MailPasswordReset(mailroom)]).drain()
    #expect(try await t.store.mail().map(\.to) == ["ana@example.org"])
  }
}
