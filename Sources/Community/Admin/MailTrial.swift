package import Database

/// One message an admin sends to themselves, and what the mail server said to it.
package struct MailTrial: Sendable, Equatable {
  /// What became of it; in the catalog it is `mailTrial.OUTCOME`.
  package enum Outcome: String, Sendable, CaseIterable {
    case accepted, later, refused, unknown
    /// There is no mail server: it lies in the folder `spool`.
    case spooled
    /// There is nobody it could come from.
    case noSender
  }
  package let outcome: Outcome
  /// Line by line, `> ` ours and `< ` the server's; secrets are masked where it is listened to.
  package let dialogue: [String]
  package init(_ outcome: Outcome, dialogue: [String] = []) { (self.outcome, self.dialogue) = (outcome, dialogue) }

  /// What is sent, and to whom.
  package struct Letter: Sendable, Equatable {
    package let name: String
    package let address: String
    package let subject: String
    package let text: String
    package init(name: String, address: String, subject: String, text: String) {
      (self.name, self.address, self.subject, self.text) = (name, address, subject, text)
    }
  }

  /// The admin's own name and address, once it is counted that they try; no other address is ever tried. Throws
  /// ``ForumError/tooSoon(_:until:)`` after a few in an hour, ``ForumError/notFound`` where they have none, and
  /// ``ForumError/forbidden(_:)`` unless they manage the site.
  package static func begin(by actor: Actor, in tx: Transaction) throws -> (name: String, address: String) {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    try AttemptLimit(.mailTests, most: 5, per: .hours(1)).count(String(actor.id.rawValue), in: tx)
    let own = try tx.first("SELECT name, email FROM member WHERE id = \(actor.id) AND email IS NOT NULL") { row in
      (name: try row.next(String.self), address: try row.next(String.self))
    }
    guard let own else { throw ForumError.notFound }
    return own
  }

  /// Notes what came of it: a server that took the message is remembered.
  package func note(by actor: Actor, in tx: Transaction) throws {
    if outcome == .accepted { try SettingChange.put(Self.key, String(tx.now.rawValue), by: actor, in: tx) }
    try SettingChange.log("mail test \(outcome.rawValue)", by: actor, in: tx)
  }

  /// Whether a mail server ever took one.
  static func hasSucceeded(in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM setting WHERE key = \(key)") }
  private static let key = "mail.testedAt"
}
