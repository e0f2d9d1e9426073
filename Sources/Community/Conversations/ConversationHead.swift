package import Database

/// A conversation without its parts, as one who may read it sees it.
package struct ConversationHead: Sendable {
  package let id: ConversationID
  package let isWithStaff: Bool
  /// What was asked; empty between members.
  package let title: String
  /// The other one of two; in one with the company, who asked.
  package let other: MemberBadge
  package let isAsker: Bool
  package let lastNumber: Int
  package let takesPart: Bool
  package let isMuted: Bool
  /// How far the viewer has read.
  package let readNumber: Int
  /// The question it was made public as, as far as the viewer sees that.
  package let topic: TopicHead.Related?
  /// Why the viewer can write nothing here; nil where they can.
  package let refusal: ForumError.Refusal?
  /// That the other is away, for who might wait for them.
  package let away: Away?

  /// Nil for who may not read it, as if it never was.
  package static func find(_ id: ConversationID, for actor: Actor, in tx: Transaction) throws -> ConversationHead? {
    let found = try tx.first(
      """
      SELECT conversation.kind = 'staff', conversation.title, conversation.last_number, conversation.topic_id,
        own.joined_at IS NOT NULL AND own.left_at IS NULL, coalesce(own.muted, FALSE), coalesce(own.read_number, 0),
        conversation.kind = 'staff' OR (theirs.left_at IS NULL AND \(Reach.takes(actor.id, member: "other", at: tx.now))),
        EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(actor.id) AND member_block.blocked_id = other.id
          AND conversation.kind = 'members'),
        \(Away.columns("other", at: tx.now)), \(MemberBadge.columns("other"))
      FROM conversation
      JOIN member other ON other.id = \(ConversationRule.other(than: actor.id))
      LEFT JOIN conversation_member own ON own.conversation_id = conversation.id AND own.member_id = \(actor.id)
      LEFT JOIN conversation_member theirs ON theirs.conversation_id = conversation.id AND theirs.member_id = other.id
      WHERE conversation.id = \(id) AND \(ConversationRule.readable(by: actor))
      """
    ) { try Found(&$0) }
    guard let found else { return nil }
    let topic = try found.topic.flatMap { try TopicHead.Related.find($0, for: actor.viewer, in: tx) }
    let isSilenced = actor.viewer.isSilenced && !found.isWithStaff && !found.other.role.isOfTheCompany
    let refusal: ForumError.Refusal? = isSilenced ? .silenced : found.isBlocked ? .blockedByYou : found.isReached ? nil : .unreachable
    return ConversationHead(
      id: id, isWithStaff: found.isWithStaff, title: found.title, other: found.other,
      isAsker: found.isWithStaff && found.other.id == actor.id, lastNumber: found.lastNumber, takesPart: found.takesPart,
      isMuted: found.isMuted, readNumber: found.readNumber, topic: topic,
      refusal: refusal, away: refusal == nil && found.other.id != actor.id ? found.away : nil)
  }

  private struct Found: SQLRow {
    let isWithStaff: Bool
    let title: String
    let lastNumber: Int
    let topic: TopicID?
    let takesPart: Bool
    let isMuted: Bool
    let readNumber: Int
    let isReached: Bool
    let isBlocked: Bool
    let away: Away?
    let other: MemberBadge

    init(_ row: inout Row) throws {
      isWithStaff = try row.next()
      title = try row.next()
      lastNumber = try row.next()
      topic = try row.next()
      takesPart = try row.next()
      isMuted = try row.next()
      readNumber = try row.next()
      isReached = try row.next()
      isBlocked = try row.next()
      away = try Away.read(&row)
      other = try MemberBadge(&row)
    }
  }
}
