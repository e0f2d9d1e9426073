package import Database

/// What the settings pages show a member of themselves, and nobody else.
package struct OwnSettings: Sendable, SQLRow {
  package let name: String
  package let id: MemberID
  package let handle: String
  package let face: FaceName?
  /// When the handle may be changed again; nil for now.
  package let handleFreeAt: Timestamp?
  package let email: String?
  package let emailVerified: Bool
  package let bio: String
  package let timeZone: String
  package let theme: Theme
  /// Nil leaves it to their browser.
  package let language: LanguageTag?
  /// Since when mail comes back, and what the other server said.
  package let bounce: (at: Timestamp, reason: String)?

  package init(_ row: inout Row) throws {
    name = try row.next()
    id = try row.next()
    handle = try row.next()
    face = try row.next(String?.self).map { FaceName($0) }
    handleFreeAt = try row.next(Timestamp?.self).map { $0 + ChangeHandle.every }
    email = try row.next()
    emailVerified = try row.next()
    bio = try row.next()
    timeZone = try row.next()
    theme = try row.next()
    language = try row.next(String?.self).flatMap { LanguageTag($0) }
    let (bouncedAt, reason): (Timestamp?, String) = (try row.next(), try row.next())
    bounce = bouncedAt.map { ($0, reason) }
  }

  package static func find(_ actor: Actor, in tx: Transaction) throws -> OwnSettings? {
    try tx.first(
      """
      SELECT name, id, handle, face, CASE WHEN handle_changed_at > \(tx.now - ChangeHandle.every) THEN handle_changed_at END,
        email, email_verified_at IS NOT NULL, bio, time_zone, theme, language, bounced_at, bounce
      FROM member WHERE id = \(actor.id)
      """)
  }
}
