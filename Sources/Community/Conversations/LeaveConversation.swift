package import Database

/// Leaves a conversation: it is seen no more and sends nothing. The other one can write again only after whoever left does.
package struct LeaveConversation: Sendable {
  package let conversation: ConversationID
  package init(_ conversation: ConversationID) { self.conversation = conversation }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard let head = try ConversationHead.find(conversation, for: actor, in: tx) else { throw ForumError.notFound }
    guard head.takesPart else { return }
    try tx.run(
      "UPDATE conversation_member SET left_at = \(tx.now) WHERE conversation_id = \(conversation) AND member_id = \(actor.id)")
    try tx.record(Event(.conversationLeft, actor: actor.id, detail: String(conversation.rawValue)))
  }
}

/// Comes back to a conversation, for a day after leaving it.
package struct ReturnToConversation: Sendable {
  package static let offered = Span.hours(24)
  package let conversation: ConversationID
  package init(conversation: ConversationID) { self.conversation = conversation }

  /// Throws ``ForumError/notFound`` where the actor never took part, and ``ForumError/forbidden(_:)`` `undoTooLate`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let left = try tx.first(
      """
      SELECT left_at FROM conversation_member
      WHERE conversation_id = \(conversation) AND member_id = \(actor.id) AND joined_at IS NOT NULL
      """
    ) { row in try row.next(Timestamp?.self) }
    guard let left else { throw ForumError.notFound }
    guard let leftAt = left else { return }
    guard tx.now - leftAt < Self.offered else { throw ForumError.forbidden(.undoTooLate) }
    try tx.run("UPDATE conversation_member SET left_at = NULL WHERE conversation_id = \(conversation) AND member_id = \(actor.id)")
    try tx.record(Event(.conversationReturned, actor: actor.id, detail: String(conversation.rawValue)))
  }
}

/// Hears nothing of a conversation, or something again; it stays in the list.
package struct MuteConversation: Sendable {
  package let conversation: ConversationID
  package let wanted: Bool
  package init(_ conversation: ConversationID, wanted: Bool) { (self.conversation, self.wanted) = (conversation, wanted) }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard try ConversationHead.find(conversation, for: actor, in: tx) != nil else { throw ForumError.notFound }
    try tx.run(
      """
      INSERT INTO conversation_member (conversation_id, member_id, muted) VALUES (\(conversation), \(actor.id), \(wanted))
      ON CONFLICT (conversation_id, member_id) DO UPDATE SET muted = excluded.muted
      """)
    try tx.record(Event(.conversationMuted, actor: actor.id, detail: String(conversation.rawValue)))
  }
}
