package import Database

/// Single-use links: 256 bits of which only the hash is kept, bound to a member, a purpose and an address, good for an hour.
package enum AccountTokens {
  package enum Purpose: String, Sendable, CaseIterable, SQLConvertible { case verify, reset, changeEmail, claim, setUp }

  /// Whom a presented link is for.
  package struct Holder: Sendable, Equatable {
    package let member: MemberID
    package let address: String
  }

  package static let lifetime = Span.hours(1)

  /// Makes a link good and every older one of the member dead.
  package static func issue(_ token: SecretToken, _ purpose: Purpose, for member: MemberID, address: String, in tx: Transaction) throws {
    try killAll(of: member, in: tx)
    try tx.run(
      """
      INSERT INTO token (token_hash, purpose, member_id, address, created_at, expires_at)
      VALUES (\(token.hash), \(purpose), \(member), \(address), \(tx.now), \(tx.now + lifetime))
      """)
  }

  /// Whom a link is for, without using it up: what a page that asks for one more press shows. Nil when it is not good any more.
  package static func holder(_ token: SecretToken, _ purpose: Purpose, in tx: Transaction) throws -> Holder? {
    try tx.first("SELECT member_id, address FROM token WHERE \(isGood(token, purpose, at: tx.now))") { row in
      Holder(member: try row.next(), address: try row.next())
    }
  }

  /// Uses a link up; of any number of tries at once exactly one gets an answer. Every other link of the member dies with it.
  /// Throws ``ForumError/invalid(_:)`` `linkExpired` for all others.
  static func redeem(_ token: SecretToken, _ purpose: Purpose, in tx: Transaction) throws -> Holder {
    let holder = try tx.first("DELETE FROM token WHERE \(isGood(token, purpose, at: tx.now)) RETURNING member_id, address") { row in
      Holder(member: try row.next(), address: try row.next())
    }
    guard let holder else { throw ForumError.invalid("token", .linkExpired) }
    try killAll(of: holder.member, in: tx)
    return holder
  }

  /// As after a change of e-mail or password, or a suspension.
  package static func killAll(of member: MemberID, in tx: Transaction) throws {
    try tx.run("DELETE FROM token WHERE member_id = \(member)")
  }

  // A clock that jumped ahead and came back must not leave links that are good for longer than an hour.
  private static func isGood(_ token: SecretToken, _ purpose: Purpose, at now: Timestamp) -> SQL {
    """
    token_hash = \(token.hash) AND purpose = \(purpose) AND member_id IS NOT NULL
      AND expires_at > \(now) AND created_at <= \(now + .minutes(5))
    """
  }
}
