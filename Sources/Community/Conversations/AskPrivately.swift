package import Database

/// Asks the company out of public sight; a person of the staff answers by name, and all of them can read it.
package struct AskPrivately: Sendable {
  package let title: TopicTitle
  package let body: PostBody
  package let key: SubmissionKey

  package init(title: TopicTitle, body: PostBody, key: SubmissionKey) {
    self.title = title
    self.body = body
    self.key = key
  }

  package func perform(by actor: Actor, in tx: Transaction) throws -> WrittenPart {
    if let earlier = try WrittenPart.earlier(key, of: actor.id, in: tx) { return earlier }
    guard actor.may(.converse) else { throw ForumError.forbidden(.notAllowed) }
    try ConversationLimits.checkMayBegin(actor, in: tx)
    try ConversationLimits.checkMayWrite(actor, in: tx)
    let begun: ConversationID? = try tx.value(
      """
      INSERT INTO conversation (kind, title, started_by, created_at, bumped_at)
      VALUES ('staff', \(title.text), \(actor.id), \(tx.now), \(tx.now)) RETURNING id
      """)
    guard let begun else { throw ForumError.notFound }
    return try WrittenPart.add(body, key: key, to: begun, by: actor, in: tx)
  }
}
