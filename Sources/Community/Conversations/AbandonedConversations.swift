import Database

/// Conversations between members that both have left: nobody reads them any more.
enum AbandonedConversations {
  private static let kept = Span.days(30)
  private static let batch = 100

  /// Lets go of those left for a month. What was reported stays for whoever looks after it.
  static func forget(in tx: Transaction) throws {
    let gone = try tx.values(
      """
      SELECT theirs.conversation_id FROM conversation_member theirs
      JOIN conversation ON conversation.id = theirs.conversation_id
      WHERE theirs.left_at <= \(tx.now - kept) AND conversation.kind = 'members'
        AND NOT EXISTS (SELECT 1 FROM conversation_member other WHERE other.conversation_id = conversation.id
          AND (other.left_at IS NULL OR other.left_at > \(tx.now - kept)))
        AND NOT EXISTS (SELECT 1 FROM review JOIN conversation_part part ON part.id = review.part_id
          WHERE part.conversation_id = conversation.id)
      ORDER BY theirs.conversation_id LIMIT \(batch)
      """, as: ConversationID.self)
    if !gone.isEmpty { try remove(Set(gone), in: tx) }
  }

  /// Lets go of some with all that was written in them, and of what members were told of it.
  static func remove(_ ids: Set<ConversationID>, in tx: Transaction) throws {
    try tx.run(
      "DELETE FROM notice WHERE part_id IN (SELECT id FROM conversation_part WHERE conversation_id \(anyOf: ids))")
    try tx.run("DELETE FROM conversation_part WHERE conversation_id \(anyOf: ids)")
    try tx.run("DELETE FROM conversation_member WHERE conversation_id \(anyOf: ids)")
    try tx.run("DELETE FROM conversation WHERE id \(anyOf: ids)")
  }
}
