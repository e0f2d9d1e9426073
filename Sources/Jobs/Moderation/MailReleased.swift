package import Community
package import Database
import Pages

/// Tells a member by mail that a person has looked at their new account, and all of the community is open to them.
package struct MailReleased: Reaction {
  package static let name = "mailReleased"
  package static let kinds: Set<Event.Kind> = [.memberReleased]
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard tx.now - event.at < .days(7), let id = event.event.member, let member = try Addressee.find(id, in: tx) else { return }
    let site = try SiteSettings.load(in: tx).name
    try mailroom.post(
      Letter(.accountReleased, site: site, name: member.name, url: mailroom.baseURL + Paths.home), to: member, in: tx)
  }
}
