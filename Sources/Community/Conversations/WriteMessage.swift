package import Database

/// Goes on with a conversation the actor may read.
package struct WriteMessage: Sendable {
  package let conversation: ConversationID
  package let body: PostBody
  package let key: SubmissionKey

  package init(conversation: ConversationID, body: PostBody, key: SubmissionKey) {
    self.conversation = conversation
    self.body = body
    self.key = key
  }

  /// Throws ``ForumError/notFound`` for a conversation of others, and ``ForumError/forbidden(_:)`` as ``WriteToMember``.
  package func perform(by actor: Actor, in tx: Transaction) throws -> WrittenPart {
    guard let head = try ConversationHead.find(conversation, for: actor, in: tx) else { throw ForumError.notFound }
    if let earlier = try WrittenPart.earlier(key, of: actor.id, in: tx) { return earlier }
    if let refusal = head.refusal { throw ForumError.forbidden(refusal) }
    try ConversationLimits.checkMayWrite(actor, in: tx)
    return try WrittenPart.add(body, key: key, to: conversation, by: actor, in: tx)
  }
}
