package import Database

/// The sessions on the server: a cookie holds a token, the table its hash. Thirty days, sliding.
package enum Sessions {
  package static let lifetime = Span.days(30)
  private static let touchEvery = Span.minutes(10)

  /// Who the token signs in; nil when it is unknown or expired, or its member suspended.
  package static func find(_ token: SecretToken, in tx: Transaction) throws -> SignedIn? {
    let found = try tx.first(
      """
      SELECT session.id, session.seen_at, member.name, member.handle, member.face, member.time_zone, member.theme,
        member.language, member.bounced_at IS NOT NULL, member.shortcuts, \(Viewer.columns(at: tx.now))
      FROM session JOIN member ON member.id = session.member_id
      WHERE session.token_hash = \(token.hash) AND session.expires_at > \(tx.now)
        AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
      """
    ) { row in
      FoundSession(
        id: try row.next(), seenAt: try row.next(), name: try row.next(), handle: try row.next(),
        face: try row.next(String?.self).map { FaceName($0) }, timeZone: try row.next(), theme: try row.next(),
        language: try row.next(String?.self).flatMap { LanguageTag($0) }, mailBounces: try row.next(), hasShortcuts: try row.next(),
        standing: try MemberStanding(&row))
    }
    guard let found else { return nil }
    let viewer = try found.standing.viewer(in: tx)
    return SignedIn(
      sessionID: found.id, viewer: viewer, name: found.name, handle: found.handle, face: found.face, timeZone: found.timeZone,
      theme: found.theme, language: found.language, emailVerified: viewer.isVerified, mailBounces: found.mailBounces,
      hasShortcuts: found.hasShortcuts,
      isDueForTouch: found.seenAt <= tx.now - touchEvery)
  }

  /// Opens a session for somebody who proved who they are, as after sign-up.
  package static func open(for member: MemberID, token: SecretToken, address: String, agent: String, in tx: Transaction) throws {
    try open(for: member, NewSession(token: token, address: address, agent: agent), in: tx)
  }

  /// Opens a session. The caller has made the token anew, so that none from before signing in lives on.
  package static func open(for member: MemberID, _ session: NewSession, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO session (token_hash, member_id, created_at, seen_at, expires_at, address, agent)
      VALUES (\(session.token.hash), \(member), \(tx.now), \(tx.now), \(tx.now + lifetime), \(session.address), \(session.agent))
      """)
    try tx.run("UPDATE member SET seen_at = \(tx.now) WHERE id = \(member)")
    try keepNewest(50, of: member, in: tx)
  }

  /// Lets the session slide on. Called when ``SignedIn/isDueForTouch`` says so; does nothing if another request was faster.
  package static func touch(_ token: SecretToken, in tx: Transaction) throws {
    let member: MemberID? = try tx.value(
      """
      UPDATE session SET seen_at = \(tx.now), expires_at = \(tx.now + lifetime)
      WHERE token_hash = \(token.hash) AND expires_at > \(tx.now) AND seen_at <= \(tx.now - touchEvery) RETURNING member_id
      """)
    if let member { try tx.run("UPDATE member SET seen_at = \(tx.now) WHERE id = \(member)") }
  }

  /// Signs out.
  package static func end(_ token: SecretToken, in tx: Transaction) throws {
    let member: MemberID? = try tx.value("DELETE FROM session WHERE token_hash = \(token.hash) RETURNING member_id")
    if let member { try tx.record(Event(.signedOut, actor: member, member: member)) }
  }

  /// Ends every session of a member but, if given, the one they act from.
  package static func endAll(of member: MemberID, except kept: SessionID? = nil, in tx: Transaction) throws {
    try tx.run("DELETE FROM session WHERE member_id = \(member) AND id <> \(kept?.rawValue ?? 0)")
  }

  /// A member's live sessions, the last seen first.
  package static func list(of actor: Actor, in tx: Transaction) throws -> [SessionRow] {
    try tx.all(
      """
      SELECT id, created_at, seen_at, address, agent FROM session
      WHERE member_id = \(actor.id) AND expires_at > \(tx.now) ORDER BY seen_at DESC, id DESC
      """)
  }

  // Somebody who signs in by a script must not fill the table.
  private static func keepNewest(_ count: Int, of member: MemberID, in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM session WHERE member_id = \(member) AND id NOT IN
        (SELECT id FROM session WHERE member_id = \(member) ORDER BY seen_at DESC, id DESC LIMIT \(count))
      """)
  }
}

private struct FoundSession {
  let id: SessionID
  let seenAt: Timestamp
  let name: String
  let handle: String
  let face: FaceName?
  let timeZone: String
  let theme: Theme
  let language: LanguageTag?
  let mailBounces: Bool
  let hasShortcuts: Bool
  let standing: MemberStanding
}
