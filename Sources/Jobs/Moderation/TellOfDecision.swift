package import Community
package import Database
import Pages

/// Mails whom an act is about: what, why, in which words, and where to ask for a second look, signed in or not. It waits a little, so that what is
/// taken back at once is never told.
package struct TellOfDecision: Reaction {
  package static let name = "tellOfDecision"
  package static let kinds: Set<Event.Kind> = [.decided]
  private static let delay = Span.minutes(10)
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard tx.now - event.at < .days(7), let id = event.event.member, let act = ActID(event.event.detail),
      let decision = try MailedDecision.find(act, of: id, in: tx)
    else { return }
    if try decision.takesBackUntold(in: tx) { return }
    guard let member = try Addressee.find(id, evenSuspended: true, in: tx), member.isVerified, !member.bounces else { return }
    let token = SecretToken(mailroom.random)
    try decision.keep(token, in: tx)
    let letter = Letter(
      .decision, site: try SiteSettings.load(in: tx).name, name: member.name, url: mailroom.baseURL + Paths.decision(token: token.text),
      subject: decision.title, decision: decision.isLookKept ? .keep : decision.kind, said: decision.said)
    try decision.note(message: try mailroom.post(letter, to: member, after: Self.delay, in: tx), in: tx)
  }
}
