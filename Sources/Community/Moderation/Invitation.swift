package import Database

/// A link by which people may join, as those see it who make such links. The link itself is shown once, when it is made.
package struct Invitation: Sendable, SQLRow {
  package let id: InvitationID
  package let note: String
  package let most: Int
  package let uses: Int
  package let until: Timestamp
  package let createdAt: Timestamp
  package let createdBy: String?
  package let isRevoked: Bool

  package init(_ row: inout Row) throws {
    id = try row.next()
    note = try row.next()
    most = try row.next()
    uses = try row.next()
    until = try row.next()
    createdAt = try row.next()
    createdBy = try row.next()
    isRevoked = try row.next()
  }

  /// Whether somebody could join by it.
  package func isGood(at now: Timestamp) -> Bool { !isRevoked && uses < most && until > now }

  /// The newest first, at most 200. Throws ``ForumError/notFound`` for who may not make any.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [Invitation] {
    guard mayInvite(actor) else { throw ForumError.notFound }
    return try tx.all(
      """
      SELECT invitation.id, invitation.note, invitation.uses_most, invitation.uses, invitation.until_at, invitation.created_at, member.name,
        invitation.revoked_at IS NOT NULL
      FROM invitation LEFT JOIN member ON member.id = invitation.created_by ORDER BY invitation.id DESC LIMIT 200
      """)
  }

  /// Admins and the company's people.
  package static func mayInvite(_ actor: Actor) -> Bool { actor.may(.manageSite) || actor.may(.beTold) }

  /// Whether a link that somebody followed is good now.
  package static func isGood(_ token: SecretToken, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM invitation WHERE token_hash = \(token.hash) AND \(good(at: tx.now))")
  }

  /// Uses a link up by one; false where it is not good any more. Of any number at once no more pass than may.
  static func use(_ token: SecretToken, in tx: Transaction) throws -> Bool {
    try tx.run("UPDATE invitation SET uses = uses + 1 WHERE token_hash = \(token.hash) AND \(good(at: tx.now))") > 0
  }

  private static func good(at now: Timestamp) -> SQL { "revoked_at IS NULL AND uses < uses_most AND until_at > \(now)" }
}

/// Makes a link by which people may join.
package struct Invite: Sendable {
  /// The most people one link lets in, and the most days it is good.
  package static let most = 1_000
  package static let mostDays = 365
  let token: SecretToken
  let most: Int
  let days: Int
  let note: String

  /// Throws ``Problem`` `numberBad` with the greatest that may be.
  package init(_ token: SecretToken, most: Int, days: Int, note: String) throws(Problem) {
    guard (1...Self.most).contains(most) else { throw Problem(.numberBad, Self.most) }
    guard (1...Self.mostDays).contains(days) else { throw Problem(.numberBad, Self.mostDays) }
    (self.token, self.most, self.days) = (token, most, days)
    self.note = String(oneLine(note).prefix(200))
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard Invitation.mayInvite(actor) else { throw ForumError.forbidden(.notAllowed) }
    try tx.run(
      """
      INSERT INTO invitation (token_hash, note, uses_most, until_at, created_by, created_at)
      VALUES (\(token.hash), \(note), \(most), \(tx.now + .days(Int64(days))), \(actor.id), \(tx.now))
      """)
    try SettingChange.log("invitation + \(most) \(days)", by: actor, in: tx)
  }
}

/// Makes a link good for nobody any more. Who joined by it stays.
package struct RevokeInvitation: Sendable {
  let id: InvitationID
  package init(_ id: InvitationID) { self.id = id }

  /// A second press changes nothing.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard Invitation.mayInvite(actor) else { throw ForumError.forbidden(.notAllowed) }
    guard try tx.run("UPDATE invitation SET revoked_at = \(tx.now) WHERE id = \(id) AND revoked_at IS NULL") > 0 else { return }
    try SettingChange.log("invitation -\(id.rawValue)", by: actor, in: tx)
  }
}
