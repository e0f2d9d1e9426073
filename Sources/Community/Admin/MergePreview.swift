package import Database

/// What an admin reads before two accounts become one: both beside each other, with how much they have.
package struct MergePreview: Sendable {
  package let lesser: Side
  /// Nil until it was said which account stays.
  package let kept: Side?
  /// Whether the two may become one: never an admin, never oneself, never the same twice, and no term comes upon an admin.
  package let isPossible: Bool

  /// One of the two.
  package struct Side: Sendable {
    package let badge: MemberBadge
    package let email: String?
    package let isVerified: Bool
    package let since: Timestamp
    package let seenAt: Timestamp?
    /// Until when they are silenced or suspended; nil for who is neither.
    package let restrictedUntil: Timestamp?
    package let topics: Int
    package let posts: Int
    package let votes: Int
    package let messages: Int
    package let pictures: Int
  }

  /// Throws ``ForumError/notFound`` for who is not there, was erased or became another already, and for a viewer who may not.
  package static func load(_ lesser: MemberID, into kept: Handle?, for actor: Actor, in tx: Transaction) throws -> MergePreview {
    guard actor.may(.mergeMembers), let old = try MergedAccount.find(lesser, in: tx), let one = try side(old, in: tx) else {
      throw ForumError.notFound
    }
    let new = try kept.flatMap { try MemberBadge.find($0, in: tx) }.flatMap { try MergedAccount.find($0.id, in: tx) }
    return MergePreview(
      lesser: one, kept: try new.flatMap { try side($0, in: tx) },
      isPossible: new.map { MergeMembers.isPossible(old, into: $0, by: actor, at: tx.now) } ?? true)
  }

  private static func side(_ account: MergedAccount, in tx: Transaction) throws -> Side? {
    let id = account.id
    func count(_ rows: SQL) throws -> Int { try tx.value("SELECT count(*) FROM \(rows)") ?? 0 }
    return try tx.first(
      """
      SELECT \(MemberBadge.columns("member")), email, email_verified_at IS NOT NULL, created_at, seen_at FROM member WHERE id = \(id)
      """
    ) { row in
      Side(
        badge: try MemberBadge(&row), email: try row.next(), isVerified: try row.next(), since: try row.next(), seenAt: try row.next(),
        restrictedUntil: account.restricted(at: tx.now),
        topics: try count("topic WHERE author_id = \(id)"), posts: try count("post WHERE author_id = \(id)"),
        votes: try count("vote WHERE member_id = \(id)"), messages: try count("conversation_part WHERE author_id = \(id)"),
        pictures: try count("picture WHERE member_id = \(id) AND NOT going"))
    }
  }
}
