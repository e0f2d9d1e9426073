import Database

/// A form's own key: a form sent twice, by an impatient hand or a retrying network, writes once.
package struct SubmissionKey: Sendable, Equatable {
  package let text: String

  /// Keys are made by the server; anything else than 8 to 64 plain characters counts as no key.
  package init?(_ raw: String) {
    guard (8...64).contains(raw.utf8.count), raw.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    text = raw
  }

  /// What was written with this key and still stands: after a deletion the same words may be sent again.
  func earlierPost(of member: MemberID, in tx: Transaction) throws -> PostID? {
    try tx.value(
      """
      SELECT post.id FROM submission JOIN post ON post.id = submission.post_id
      WHERE submission.member_id = \(member) AND submission.key = \(text) AND post.deleted_at IS NULL
      """)
  }

  func remember(_ post: PostID, of member: MemberID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO submission (member_id, key, post_id, at) VALUES (\(member), \(text), \(post), \(tx.now))
      ON CONFLICT (member_id, key) DO UPDATE SET post_id = excluded.post_id, at = excluded.at
      """)
  }
}
