import Community
import Database
import Foundation
import Jobs
import Mail
import TestSupport
import Testing

@Suite("Mail of notices") struct NoticeMailTests {
  private let mailroom: Mailroom
  init() throws { mailroom = try .make() }

  private func queue(_ t: Told, _ transport: ScriptedTransport) -> MailQueue {
    MailQueue(
      store: t.store, transport: transport, from: { _ in MailAddress(name: "Kindred", "forum@bees.example") },
      notices: NoticeLetters(mailroom), random: { randomBytes($0) }, log: quiet, pollEvery: .milliseconds(20))
  }

  private func settle(_ t: Told) async throws { try await t.store.worker([Tell(mailroom)]).drain() }

  /// Ana was answered by Kai, and nothing was sent yet.
  private func answered(_ text: String = "Clean it well.") async throws -> (Told, topic: TopicID, answer: PostID) {
    let t = try await Told()
    let question = try await t.store.open("Why does the oven smell", by: try t.who(.ana), in: t.help)
    let answer = try await t.write(text, to: question, by: .kai)
    try await settle(t)
    return (t, question, answer)
  }

  @Test("waits ten minutes, and then says who did what, why it comes, and how it is stopped, in text and HTML") func sent() async throws {
    let (t, _, answer) = try await answered()
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    t.store.clock.advance(.minutes(9))
    try await queue(t, transport).sendDue()
    #expect(transport.sent.isEmpty)
    t.store.clock.advance(.minutes(1))
    try await queue(t, transport).sendDue()
    try await queue(t, transport).sendDue()
    let mail = try #require(transport.sent.first)
    #expect(transport.sent.count == 1)
    #expect(mail.to.address == "ana@example.org" && mail.subject == "Kai Lindqvist answered: Why does the oven smell")
    let html = try #require(mail.html)
    for part in [
      "Kai Lindqvist answered your question", "Clean it well.", "https://bees.example/p/\(answer.rawValue)", "You get this mail because",
      "No more mail about answers",
    ] {
      #expect(mail.text.contains(part) && html.contains(part), "\(part)")
    }
    let headers = Dictionary(uniqueKeysWithValues: mail.headers.map { ($0.name, $0.value) })
    let stop = try #require(headers[.listUnsubscribe])
    #expect(stop.hasPrefix("<https://bees.example/mail/stop/") && stop.hasSuffix(">"))
    #expect(headers[.listUnsubscribePost] == "List-Unsubscribe=One-Click" && headers[.autoSubmitted] == "auto-generated")
    let token = try #require(SecretToken(presented: String(stop.dropFirst("<https://bees.example/mail/stop/".count).dropLast())))
    #expect(mail.text.contains(token.text) && html.contains(token.text))
    let holder = try await t.store.read { tx in try MailStops.holder(token, in: tx) }
    let ana = try t.who(.ana)
    #expect(holder?.member == ana.id && holder?.kind == .answered && holder?.isWanted == true)
    let row = try await t.store.mail()[0]
    #expect(row.state == "sent" && row.text.isEmpty && row.subject.isEmpty, "its words are nowhere but in the mail")
  }

  @Test("each kind has its own words, and remarks and solutions come without mail") func kinds() async throws {
    let t = try await Told()
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    let answer = try await t.write("As @omar says", to: question, by: .kai)
    try await t.store.remark("How", on: answer, by: try t.who(.ana))
    let talk = try await t.store.open("Bread", by: try t.who(.mei), in: t.help, kind: .discussion)
    try await t.write("I bake", to: talk, by: .omar)
    let ana = try t.who(.ana)
    try await t.store.write { tx in try AcceptAnswer(post: answer).perform(by: ana, in: tx) }
    try await settle(t)
    t.store.clock.advance(.minutes(10))
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    #expect(
      Set(transport.sent.map { "\($0.to.address): \($0.subject)" }) == [
        "ana@example.org: Kai Lindqvist answered: Ovens", "omar@example.org: Kai Lindqvist mentioned you: Ovens",
        "mei@example.org: Omar Farouk replied: Bread", "kai@example.org: Your answer was accepted: Ovens",
      ])
  }

  @Test(
    "is not sent for what was read, taken away, muted, unwanted or never theirs to get by the time it would go",
    arguments: [
      ("read", "UPDATE notice SET read_at = 1"),
      ("a category that became private", "UPDATE category_access SET may_see = FALSE WHERE role = 'member'"),
      ("a hidden topic", "UPDATE topic SET hidden = TRUE"), ("a hidden answer", "UPDATE post SET hidden = TRUE WHERE number = 2"),
      ("a removed answer", "UPDATE post SET deleted_at = 1 WHERE number = 2"), ("a removed topic", "UPDATE topic SET deleted_at = 1"),
      ("an address nobody confirmed", "UPDATE member SET email_verified_at = NULL WHERE handle = 'ana'"),
      ("no address any more", "UPDATE member SET email = NULL, email_key = NULL WHERE handle = 'ana'"),
      ("a suspended member", "UPDATE member SET suspended_until = 99999999999999 WHERE handle = 'ana'"),
      ("what a suspended member wrote", "UPDATE member SET suspended_until = 99999999999999 WHERE handle = 'kai'"),
      (
        "a muted topic",
        "INSERT INTO follow (member_id, kind, target_id, level, at) SELECT id, 'topic', 1, 'mute', 1 FROM member WHERE handle = 'ana'"
      ),
      (
        "a muted member",
        "INSERT INTO follow (member_id, kind, target_id, level, at) SELECT one.id, 'member', other.id, 'mute', 1 FROM member one CROSS JOIN member other WHERE one.handle = 'ana' AND other.handle = 'kai'"
      ),
      (
        "a kind that is unwanted",
        "INSERT INTO mail_choice (member_id, kind, wanted) SELECT id, 'answered', FALSE FROM member WHERE handle = 'ana'"
      ),
      ("a notice that was let go", "DELETE FROM notice"),
    ]) func dropped(_ what: String, _ change: String) async throws
  {
    let (t, _, _) = try await answered()
    t.store.clock.advance(.minutes(10))
    try await t.run(SQL(trusted: change))
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    #expect(transport.sent.isEmpty, "\(what)")
    #expect(try await t.store.mail().isEmpty, "nothing waits for a better day: \(what)")
  }

  @Test("is looked at anew at every try, and says what the post says at that moment") func retried() async throws {
    let (t, _, answer) = try await answered("My password is 12345.")
    try await t.store.edit(answer, to: "Clean it.", by: try t.who(.kai))
    t.store.clock.advance(.minutes(10))
    let transport = ScriptedTransport([.refusedForNow(reply: "451 later")])
    try await queue(t, transport).sendDue()
    #expect(transport.sent.count == 1)
    #expect(transport.sent[0].text.contains("Clean it.") && !transport.sent[0].text.contains("12345"))
    try await t.run("UPDATE post SET hidden = TRUE WHERE id = \(answer)")
    t.store.clock.advance(.minutes(5))
    try await queue(t, transport).sendDue()
    #expect(transport.sent.count == 1)
    #expect(try await t.store.mail().isEmpty)
  }

  @Test("comes for everything that is followed by mail, once, and not after the level was changed") func followed() async throws {
    let t = try await Told()
    try await t.choose(.mail, .category(t.help), by: .omar)
    try await t.choose(.everything, .category(t.help), by: .mei)
    try await t.choose(.mail, .category(t.help), by: .zoe)
    let question = try await t.store.open("Ovens", by: try t.who(.ana), in: t.help)
    try await t.write("As @omar says", to: question, by: .kai)
    try await settle(t)
    t.store.clock.advance(.minutes(10))
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    let omars = transport.sent.filter { $0.to.address == "omar@example.org" }.map(\.subject)
    #expect(Set(omars) == ["New: Ovens", "Kai Lindqvist mentioned you: Ovens"])
    #expect(transport.sent.count == 3, "Ana was answered; Mei reads in the site; Zoë's address is not confirmed")
    try await t.write("Another", to: question, by: .kai)
    try await settle(t)
    try await t.choose(.everything, .category(t.help), by: .omar)
    t.store.clock.advance(.minutes(10))
    try await queue(t, transport).sendDue()
    #expect(transport.sent.filter { $0.to.address == "omar@example.org" }.count == 2)
  }

  @Test("cannot be bent by hostile names and titles") func hostile() async throws {
    let t = try await Told()
    try await t.run("UPDATE member SET name = \("\"><b>Bcc: x@y.example</b>") WHERE handle = 'kai'")
    let title = "Oven\"><img src=x>\u{202E} {{name}} =?UTF-8?B?QQ==?="
    let question = try await t.store.open(title, by: try t.who(.ana), in: t.help)
    try await t.write("<script>alert(1)</script>\n\nBcc: z@y.example", to: question, by: .kai)
    try await settle(t)
    t.store.clock.advance(.minutes(10))
    let transport = ScriptedTransport()
    try await queue(t, transport).sendDue()
    let mail = try #require(transport.sent.first)
    let html = try #require(mail.html)
    for tag in ["<b>", "<img", "<script"] { #expect(!html.contains(tag), "\(tag)") }
    #expect(!mail.subject.contains("\n") && mail.headers.count == 3)
    let lines = String(decoding: mail.encoded(), as: UTF8.self).components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
    #expect(!lines.contains { $0.hasPrefix("Bcc") })
  }

  @Test("a link that stops mail is good for 90 days and no longer") func lifetime() async throws {
    let t = try await Told()
    let (token, ana) = (SecretToken { randomBytes($0) }, try t.who(.ana))
    try await t.store.write { tx in try MailStops.issue(token, .replied, for: ana.id, in: tx) }
    func isGood() async throws -> Bool { try await t.store.read { tx in try MailStops.holder(token, in: tx) != nil } }
    t.store.clock.advance(.days(89))
    #expect(try await isGood())
    t.store.clock.advance(.days(1))
    #expect(!(try await isGood()))
    try await t.store.write { tx in try ForgetNotices().perform(in: tx) }
    #expect(try await t.store.number("SELECT count(*) FROM mail_stop") == 0)
  }
}
