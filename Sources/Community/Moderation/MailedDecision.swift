package import Database

/// What a mail about an act needs, and what is kept of that mail.
package struct MailedDecision: Sendable {
  let act: ActID
  let undoes: ActID?
  package let kind: ActKind
  /// The title of the topic it is about; empty where there is none.
  package let title: String
  /// The words of the moderator, or of whoever looked again.
  package let said: String
  /// Whether this is the answer to a second look that changed nothing.
  package let isLookKept: Bool

  /// Nil for what is about nobody or somebody else.
  package static func find(_ act: ActID, of member: MemberID, in tx: Transaction) throws -> MailedDecision? {
    try tx.first(
      """
      SELECT act.undoes, act.kind, coalesce(CASE WHEN post.author_id = decision.member_id THEN topic.title END, ''),
        CASE WHEN decision.look_outcome = 'kept' THEN decision.look_answer ELSE coalesce(act_text.words, '') END,
        coalesce(decision.look_outcome = 'kept', FALSE)
      FROM decision JOIN act ON act.id = decision.act_id LEFT JOIN act_text ON act_text.act_id = act.id
      LEFT JOIN post ON post.id = act.post_id LEFT JOIN topic ON topic.id = post.topic_id
      WHERE decision.act_id = \(act) AND decision.member_id = \(member)
      """
    ) { row in
      MailedDecision(
        act: act, undoes: try row.next(), kind: try row.next(), title: try row.next(), said: try row.next(), isLookKept: try row.next())
    }
  }

  /// Whether this takes back an act whose mail has not left: then neither is told.
  package func takesBackUntold(in tx: Transaction) throws -> Bool {
    guard let undoes else { return false }
    return try tx.run(
      """
      DELETE FROM mail WHERE state = 'queued' AND attempts = 0
        AND message_id IN (SELECT message_id FROM decision WHERE act_id = \(undoes) AND message_id IS NOT NULL)
      """) > 0
  }

  /// The token of the link in the mail; an older one is dead.
  package func keep(_ token: SecretToken, in tx: Transaction) throws {
    try tx.run("UPDATE decision SET token_hash = \(token.hash) WHERE act_id = \(act)")
  }

  package func note(message: String, in tx: Transaction) throws {
    try tx.run("UPDATE decision SET message_id = \(message) WHERE act_id = \(act)")
  }
}
