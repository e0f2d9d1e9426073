import Community
import Database

/// A member to write to.
struct Addressee: Sendable, SQLRow {
  let id: MemberID
  let name: String
  let address: String
  let isVerified: Bool
  /// Whether mail came back from there.
  let bounces: Bool
  /// The one they chose to read in.
  let language: String?

  init(_ row: inout Row) throws {
    id = try row.next()
    name = try row.next()
    address = try row.next()
    isVerified = try row.next()
    bounces = try row.next()
    language = try row.next()
  }

  /// Nil for a member without an address, and for who is suspended, unless it is about that.
  static func find(_ id: MemberID, evenSuspended: Bool = false, in tx: Transaction) throws -> Addressee? {
    try tx.first("\(select(at: evenSuspended ? Timestamp(milliseconds: .max) : tx.now)) AND member.id = \(id)")
  }

  /// Everybody with a verified address whose role has the action, at most `most`.
  static func all(whoMay action: Action, most: Int, in tx: Transaction) throws -> [Addressee] {
    try tx.all(
      """
      \(select(at: tx.now)) AND member.email_verified_at IS NOT NULL AND member.bounced_at IS NULL
        AND EXISTS (SELECT 1 FROM role_action WHERE role_action.role = member.role AND role_action.action = \(action.rawValue))
      ORDER BY member.id LIMIT \(most)
      """)
  }

  private static func select(at now: Timestamp) -> SQL {
    """
    SELECT member.id, member.name, member.email, member.email_verified_at IS NOT NULL, member.bounced_at IS NOT NULL,
      member.language
    FROM member
    WHERE member.email IS NOT NULL AND (member.suspended_until IS NULL OR member.suspended_until <= \(now))
    """
  }
}
