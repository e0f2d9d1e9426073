import Markup
import Database

/// Where something that was written to somebody stands.
package struct WrittenPart: Sendable, Equatable {
  package let conversation: ConversationID
  package let number: Int

  /// The part of that number.
  package init(conversation: ConversationID, number: Int) {
    self.conversation = conversation
    self.number = number
  }

  /// What was written with this key before: a form sent twice writes once.
  static func earlier(_ key: SubmissionKey, of member: MemberID, in tx: Transaction) throws -> WrittenPart? {
    try tx.first("SELECT conversation_id, number FROM conversation_part WHERE author_id = \(member) AND key = \(key.text)") { row in
      WrittenPart(conversation: try row.next(), number: try row.next())
    }
  }

  /// Adds a part to a conversation the actor may write in, and lets them take part in it from now on.
  static func add(
    _ body: PostBody, key: SubmissionKey, to conversation: ConversationID, by actor: Actor, in tx: Transaction
  ) throws -> WrittenPart {
    let number: Int? = try tx.value(
      "UPDATE conversation SET last_number = last_number + 1, bumped_at = \(tx.now) WHERE id = \(conversation) RETURNING last_number")
    guard let number else { throw ForumError.notFound }
    let part: PartID? = try tx.value(
      """
      INSERT INTO conversation_part (conversation_id, number, author_id, key, body, html, renderer, created_at)
      VALUES (\(conversation), \(number), \(actor.id), \(key.text), \(body.source), \(body.rendered.html), \(PostBody.rendererVersion), \(tx.now))
      RETURNING id
      """)
    guard let part else { throw ForumError.notFound }
    // What stood there before they wrote they have had before them.
    try tx.run(
      """
      INSERT INTO conversation_member (conversation_id, member_id, joined_at, read_number)
      VALUES (\(conversation), \(actor.id), \(tx.now), \(number))
      ON CONFLICT (conversation_id, member_id) DO UPDATE SET joined_at = coalesce(conversation_member.joined_at, excluded.joined_at),
        left_at = NULL, read_number = excluded.read_number
      """)
    try tx.record(Event(.messageWritten, actor: actor.id, detail: String(part.rawValue)))
    return WrittenPart(conversation: conversation, number: number)
  }
}
