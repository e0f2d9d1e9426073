import Database

/// A form's own key: a form sent twice, by an impatient hand or a retrying network, writes once.
package struct SubmissionKey: Sendable, Equatable {
  package let text: String

  /// Keys are made by the server; anything else than 8 to 64 plain characters counts as no key.
  package init?(_ raw: String) {
    guard (8...64).contains(raw.utf8.count), raw.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    text = raw
  }

  func earlierPost(of member: MemberID, in tx: Transaction) throws -> PostID? {
    try tx.value("SELECT post_id FROM submission WHERE member_id = \(member) AND key = \(text)")
  }

  func remember(_ post: PostID, of member: MemberID, in tx: Transaction) throws {
    try tx.run("INSERT INTO submission (member_id, key, post_id, at) VALUES (\(member), \(text), \(post), \(tx.now))")
  }
}
