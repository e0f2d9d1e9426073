package import Community
package import Database

/// Tells members in the site of what concerns them, and then, part by part, of what they follow.
package struct Tell: Reaction {
  package static let name = "tell"
  package static let kinds = TellMembers.kinds
  package static let hasParts = true
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    try tell(TellMembers(of: event).perform(in: tx), in: tx)
  }

  package func goOn(in tx: Transaction) throws -> Bool {
    let part = try TellFollowers.goOn(in: tx)
    try tell(part.told, in: tx)
    return part.hasMore
  }

  private func tell(_ told: [ToldNotice], in tx: Transaction) throws {
    try mailroom.hold(told, in: tx)
    try ToldNotices.record(told, in: tx)
  }
}
