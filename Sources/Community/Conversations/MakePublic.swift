package import Database

/// Makes a private question a public one, in words its asker has gone over. The conversation stays what it was.
package struct MakePublic: Sendable {
  package let conversation: ConversationID
  package let open: OpenTopic

  package init(_ conversation: ConversationID, as open: OpenTopic) {
    self.conversation = conversation
    self.open = open
  }

  /// Answers the question it became; made public twice, it is one.
  package func perform(by actor: Actor, in tx: Transaction) throws -> TopicID {
    if let topic = try Self.topic(of: conversation, askedBy: actor, in: tx) { return topic }
    let topic = try open.perform(by: actor, in: tx)
    try tx.run("UPDATE conversation SET topic_id = \(topic) WHERE id = \(conversation)")
    return topic
  }

  /// What was asked. Throws ``ForumError/notFound`` for who did not ask it, and ``ForumError/conflict(_:)`` `alreadyDone` once it is public.
  static func title(of conversation: ConversationID, for actor: Actor, in tx: Transaction) throws -> String {
    if try topic(of: conversation, askedBy: actor, in: tx) != nil { throw ForumError.conflict(.alreadyDone) }
    return try tx.value("SELECT title FROM conversation WHERE id = \(conversation)") ?? ""
  }

  /// The question it became already; nil while it is private. Throws ``ForumError/notFound`` for who did not ask it.
  package static func topic(of conversation: ConversationID, askedBy actor: Actor, in tx: Transaction) throws -> TopicID? {
    let found = try tx.first(
      """
      SELECT conversation.topic_id FROM conversation WHERE conversation.id = \(conversation) AND conversation.kind = 'staff'
        AND conversation.started_by = \(actor.id) AND \(ConversationRule.readable(by: actor))
      """
    ) { row in try row.next(TopicID?.self) }
    guard let found else { throw ForumError.notFound }
    return found
  }
}
