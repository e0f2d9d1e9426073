package import Database

/// Writes to another member: begins the conversation the two have, or goes on with it.
package struct WriteToMember: Sendable {
  package let member: MemberID
  package let body: PostBody
  package let key: SubmissionKey

  package init(member: MemberID, body: PostBody, key: SubmissionKey) {
    self.member = member
    self.body = body
    self.key = key
  }

  /// Throws ``ForumError/forbidden(_:)`` with `unreachable` for every reason that is the other's, so that none can be told from another.
  package func perform(by actor: Actor, in tx: Transaction) throws -> WrittenPart {
    if let earlier = try WrittenPart.earlier(key, of: actor.id, in: tx) { return earlier }
    guard let addressee = try Addressee.find(member, for: actor, in: tx) else { throw ForumError.notFound }
    if let refusal = addressee.refusal { throw ForumError.forbidden(refusal) }
    try ConversationLimits.checkMayWrite(actor, in: tx)
    return try WrittenPart.add(body, key: key, to: try conversation(by: actor, in: tx), by: actor, in: tx)
  }

  /// Of two that begin at once the constraint lets one be the conversation of both.
  private func conversation(by actor: Actor, in tx: Transaction) throws -> ConversationID {
    let (first, second) = (min(member, actor.id), max(member, actor.id))
    let known: ConversationID? = try tx.value("SELECT id FROM conversation WHERE first_id = \(first) AND second_id = \(second)")
    if let known { return known }
    try ConversationLimits.checkMayBegin(actor, in: tx)
    let begun: ConversationID? = try tx.value(
      """
      INSERT INTO conversation (kind, title, started_by, first_id, second_id, created_at, bumped_at)
      VALUES ('members', '', \(actor.id), \(first), \(second), \(tx.now), \(tx.now))
      ON CONFLICT (first_id, second_id) DO UPDATE SET bumped_at = excluded.bumped_at RETURNING id
      """)
    guard let begun else { throw ForumError.notFound }
    try tx.run(
      """
      INSERT INTO conversation_member (conversation_id, member_id, joined_at) VALUES (\(begun), \(member), \(tx.now))
      ON CONFLICT (conversation_id, member_id) DO NOTHING
      """)
    return begun
  }
}
