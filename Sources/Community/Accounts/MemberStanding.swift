package import Database

/// What a member's rights are decided by, as read from the tables.
struct MemberStanding {
  let id: MemberID
  let role: Role
  let isVerified: Bool
  let isSettled: Bool
  let isSilenced: Bool
  let moderatesSome: Bool

  init(_ row: inout Row) throws {
    id = try row.next()
    role = try row.next()
    isVerified = try row.next()
    isSettled = try row.next()
    isSilenced = try row.next()
    moderatesSome = try row.next()
  }

  func viewer(in tx: Transaction) throws -> Viewer {
    var known: [Role: Actions] = [:]
    return try viewer(knowing: &known, in: tx)
  }

  /// As ``viewer(in:)`` for many members at one moment: what a role may do is asked once.
  func viewer(knowing known: inout [Role: Actions], in tx: Transaction) throws -> Viewer {
    // Who is silenced looks after nothing until the term ends.
    if moderatesSome, !isSilenced { return try categoryModerator(in: tx) }
    let actions = try known[role] ?? Actions(tx.values("SELECT action FROM role_action WHERE role = \(role)", as: String.self))
    known[role] = actions
    // Who is silenced reads on, and writes to the staff, as a newcomer does.
    var viewer = Viewer(
      memberID: id, role: role, actions: isSilenced ? actions.subtracting(Action.ofVoices) : actions, isVerified: isVerified,
      isSettled: isSettled && !isSilenced)
    viewer.isSilenced = isSilenced
    return viewer
  }

  /// Who looks after some categories costs no statement more than anybody: both lists come in one.
  private func categoryModerator(in tx: Transaction) throws -> Viewer {
    let rows: [(role: Role?, action: String?, category: CategoryID?)] = try tx.all(
      """
      SELECT role_action.role, role_action.action, NULL FROM role_action WHERE role_action.role IN (\(role), \(Role.moderator))
      UNION ALL
      SELECT NULL, NULL, category_moderator.category_id FROM category_moderator WHERE category_moderator.member_id = \(id)
      """
    ) { row in (try row.next(), try row.next(), try row.next()) }
    func actions(of role: Role) -> Actions { Actions(rows.filter { $0.role == role }.compactMap(\.action)) }
    return Viewer(
      memberID: id, role: role, actions: actions(of: role), isVerified: isVerified, isSettled: isSettled,
      moderated: rows.compactMap(\.category).sorted { $0.rawValue < $1.rawValue }, actionsThere: actions(of: .moderator).ofCategories())
  }
}

extension Viewer {
  /// The columns of `member` that ``MemberStanding`` reads. Settled: past the first 24 hours, with two posts left standing.
  static func columns(at now: Timestamp) -> SQL {
    """
    member.id, member.role, member.email_verified_at IS NOT NULL,
    member.created_at <= \(now - .hours(24)) AND (SELECT COUNT(*) FROM (SELECT 1 FROM post
      JOIN topic ON topic.id = post.topic_id AND topic.deleted_at IS NULL AND NOT topic.hidden
      WHERE post.author_id = member.id AND post.deleted_at IS NULL AND NOT post.hidden LIMIT 2) AS standing) = 2,
    member.silenced_until IS NOT NULL AND member.silenced_until > \(now),
    EXISTS (SELECT 1 FROM category_moderator WHERE category_moderator.member_id = member.id)
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
