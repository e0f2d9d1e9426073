package import Database

/// Somebody a member wants to write to, and whether that can be.
package struct Addressee: Sendable {
  package let badge: MemberBadge
  /// The conversation the two have, where the writer can read it.
  package let conversation: ConversationID?
  /// Why nothing can be written to them; nil where it can.
  package let refusal: ForumError.Refusal?
  /// That they are away, for who might wait for them.
  package let away: Away?

  /// Nil when there is nobody of that number, and for oneself.
  package static func find(_ member: MemberID, for actor: Actor, in tx: Transaction) throws -> Addressee? {
    guard member != actor.id else { return nil }
    let (first, second) = (min(member, actor.id), max(member, actor.id))
    return try tx.first(
      """
      SELECT \(MemberBadge.columns("member")), conversation.id, own.left_at IS NULL AND own.joined_at IS NOT NULL,
        theirs.member_id IS NOT NULL AND theirs.left_at IS NULL AND conversation.started_by = member.id,
        CASE WHEN conversation.id IS NULL THEN \(Reach.takesFirst(actor, member: "member", at: tx.now))
          ELSE theirs.left_at IS NULL AND \(Reach.takes(actor.id, member: "member", at: tx.now)) END,
        EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(actor.id) AND member_block.blocked_id = member.id),
        \(Away.columns("member", at: tx.now))
      FROM member
      LEFT JOIN conversation ON conversation.first_id = \(first) AND conversation.second_id = \(second)
      LEFT JOIN conversation_member own ON own.conversation_id = conversation.id AND own.member_id = \(actor.id)
      LEFT JOIN conversation_member theirs ON theirs.conversation_id = conversation.id AND theirs.member_id = member.id
      WHERE member.id = \(member)
      """
    ) { row in
      let badge = try MemberBadge(&row)
      let conversation: ConversationID? = try row.next()
      let (isIn, wroteFirst, isReached): (Bool?, Bool?, Bool?) = (try row.next(), try row.next(), try row.next())
      let isBlocked: Bool = try row.next()
      let away = try Away.read(&row)
      let refusal = refusal(
        of: actor, to: badge.role, isBlocked: isBlocked, wroteFirst: wroteFirst == true, isReached: isReached == true)
      return Addressee(
        badge: badge, conversation: isIn == true ? conversation : nil, refusal: refusal, away: refusal == nil ? away : nil)
    }
  }

  /// Newcomers write to the company only; who wrote to them first may be answered.
  private static func refusal(
    of actor: Actor, to role: Role, isBlocked: Bool, wroteFirst: Bool, isReached: Bool
  ) -> ForumError.Refusal? {
    if !actor.may(.converse) { return .notAllowed }
    if isBlocked { return .blockedByYou }
    if !actor.viewer.isSettled, !actor.may(.skipLimits), !role.isOfTheCompany, !wroteFirst { return .newcomersToStaff }
    return isReached ? nil : .unreachable
  }
}
