import Database

/// That somebody has read a conversation; how far is noted beside it. A mark never goes back.
package struct ReadConversation: Sendable, Hashable {
  package let member: MemberID
  package let conversation: ConversationID
  package init(member: MemberID, conversation: ConversationID) {
    self.member = member
    self.conversation = conversation
  }

  /// What they were told of what they have read is read too.
  func mark(upTo number: Int, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO conversation_member (conversation_id, member_id, read_number)
      SELECT conversation.id, \(member), CASE WHEN conversation.last_number < \(number) THEN conversation.last_number ELSE \(number) END
      FROM conversation WHERE conversation.id = \(conversation)
      ON CONFLICT (conversation_id, member_id) DO UPDATE SET read_number = excluded.read_number
      WHERE excluded.read_number > conversation_member.read_number
      """)
    let read = try tx.run(
      """
      UPDATE notice SET read_at = \(tx.now) WHERE member_id = \(member) AND read_at IS NULL
        AND part_id IN (SELECT id FROM conversation_part WHERE conversation_id = \(conversation) AND number <= \(number))
      """)
    if read > 0 { try tx.record(Event(.noticesRead, member: member)) }
  }
}
