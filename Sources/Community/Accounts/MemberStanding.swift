package import Database

/// What a member's rights are decided by, as read from the tables.
struct MemberStanding {
  let id: MemberID
  let role: Role
  let isVerified: Bool
  let isSettled: Bool

  init(_ row: inout Row) throws {
    id = try row.next()
    role = try row.next()
    isVerified = try row.next()
    isSettled = try row.next()
  }

  func viewer(in tx: Transaction) throws -> Viewer {
    var known: [Role: Actions] = [:]
    return try viewer(knowing: &known, in: tx)
  }

  /// As ``viewer(in:)`` for many members at one moment: what a role may do is asked once.
  func viewer(knowing known: inout [Role: Actions], in tx: Transaction) throws -> Viewer {
    let actions = try known[role] ?? Actions(tx.values("SELECT action FROM role_action WHERE role = \(role)", as: String.self))
    known[role] = actions
    return Viewer(memberID: id, role: role, actions: actions, isVerified: isVerified, isSettled: isSettled)
  }
}

extension Viewer {
  /// The columns of `member` that ``MemberStanding`` reads. Settled: past the first 24 hours, with two posts left standing.
  static func columns(at now: Timestamp) -> SQL {
    """
    member.id, member.role, member.email_verified_at IS NOT NULL,
    member.created_at <= \(now - .hours(24)) AND (SELECT COUNT(*) FROM (SELECT 1 FROM post
      JOIN topic ON topic.id = post.topic_id AND topic.deleted_at IS NULL AND NOT topic.hidden
      WHERE post.author_id = member.id AND post.deleted_at IS NULL AND NOT post.hidden LIMIT 2) AS standing) = 2
    """
  }

  /// A member as who they act: for jobs and for somebody who joined a moment ago. Nil for nobody, and for who is suspended.
  package static func find(_ member: MemberID, in tx: Transaction) throws -> Viewer? {
    let standing = try tx.first(
      """
      SELECT \(columns(at: tx.now)) FROM member
      WHERE member.id = \(member) AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
      """
    ) { try MemberStanding(&$0) }
    return try standing?.viewer(in: tx)
  }
}
