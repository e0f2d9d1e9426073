import Database

/// What an account brings along when it becomes one with another, or what the other has of it already.
struct MergedAccount {
  let id: MemberID
  let handle: String
  let role: Role
  let email: String?
  let emailKey: String?
  let verifiedAt: Timestamp?
  let passwordHash: String?
  let seenAt: Timestamp?
  let activeDays: Int
  let activeOn: Int64?
  let suspendedUntil: Timestamp?
  let silencedUntil: Timestamp?

  var isVerified: Bool { verifiedAt != nil }

  /// Until when the person is silenced or suspended, whichever ends later; nil where no term runs.
  func restricted(at now: Timestamp) -> Timestamp? {
    [suspendedUntil, silencedUntil].compactMap(\.self).filter { $0 > now }.max()
  }

  /// Nil for nobody, for who was erased, and for who became another.
  static func find(_ id: MemberID, in tx: Transaction) throws -> MergedAccount? {
    try tx.first(
      """
      SELECT handle, role, email, email_key, email_verified_at, password_hash, seen_at, active_days, active_on, suspended_until, silenced_until
      FROM member WHERE id = \(id) AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.member_id = member.id)
      """
    ) { row in
      MergedAccount(
        id: id, handle: try row.next(), role: try row.next(), email: try row.next(), emailKey: try row.next(), verifiedAt: try row.next(),
        passwordHash: try row.next(), seenAt: try row.next(), activeDays: try row.next(), activeOn: try row.next(),
        suspendedUntil: try row.next(), silencedUntil: try row.next())
    }
  }

  /// The old row leads to the new one by what it was called. Its address is free again; only who has none takes it over, with the password, since
  /// they could not sign in at all.
  static func join(_ old: MergedAccount, _ new: MergedAccount, in tx: Transaction) throws {
    // No handle that anybody types has a colon in it, so nothing leads to this row but its number.
    let sign = "merged:\(old.id.rawValue)"
    try tx.run(
      """
      UPDATE member SET name = \(sign), handle = \(sign), handle_changed_at = NULL, email = NULL, email_key = NULL, email_verified_at = NULL,
        password_hash = NULL, role = \(Role.member), bio = '', bio_html = '', time_zone = 'UTC', theme = 'system', seen_at = NULL, face = NULL,
        bounced_at = NULL, bounce = '', away_until = NULL, away_note = '', shortcuts = TRUE, language = NULL, imported = FALSE,
        suspended_until = NULL, silenced_until = NULL, held_at = NULL, active_days = 0, active_on = NULL, topic_count = 0, post_count = 0,
        accepted_count = 0, merged_into = \(new.id)
      WHERE id = \(old.id)
      """)
    try tx.run(
      "INSERT INTO former_handle (handle, member_id, until_at) VALUES (\(old.handle), \(new.id), \(tx.now)) ON CONFLICT DO NOTHING")
    if new.email == nil, let email = old.email {
      try tx.run(
        """
        UPDATE member SET email = \(email), email_key = \(old.emailKey), email_verified_at = \(old.verifiedAt),
          password_hash = coalesce(password_hash, \(old.passwordHash))
        WHERE id = \(new.id)
        """)
    }
    // Both may have been here on the same days. A term that runs for one runs for the person.
    let suspended = later(old.suspendedUntil, new.suspendedUntil)
    let standing: SQL = "post.author_id = member.id AND post.deleted_at IS NULL AND NOT post.hidden"
    try tx.run(
      """
      UPDATE member SET seen_at = \(later(old.seenAt, new.seenAt)), active_days = \(max(old.activeDays, new.activeDays)),
        active_on = \([old.activeOn, new.activeOn].compactMap(\.self).max()), suspended_until = \(suspended),
        silenced_until = \(later(old.silencedUntil, new.silencedUntil)),
        topic_count = (SELECT count(*) FROM topic WHERE topic.author_id = member.id AND topic.deleted_at IS NULL AND NOT topic.hidden),
        post_count = (SELECT count(*) FROM post WHERE \(standing)),
        accepted_count = (SELECT count(*) FROM post WHERE \(standing) AND EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id))
      WHERE id = \(new.id)
      """)
    if let suspended, suspended > tx.now { try Sessions.endAll(of: new.id, in: tx) }
  }

  private static func later(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? { [one, other].compactMap(\.self).max() }
}
