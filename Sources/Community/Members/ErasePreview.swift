package import Database

/// What an admin reads before somebody is erased: who it is, and how much goes and stays.
package struct ErasePreview: Sendable {
  package let member: MemberBadge
  package let posts: Int
  package let messages: Int
  package let pictures: Int
  /// Admins are not erased, and nobody erases themselves.
  package let isPossible: Bool

  /// Throws ``ForumError/notFound`` for nobody, for who is erased already, and for a viewer who erases nobody.
  package static func load(_ member: MemberID, for actor: Actor, in tx: Transaction) throws -> ErasePreview {
    guard actor.may(.eraseMembers), let badge = try MemberBadge.find(member, in: tx),
      try MemberSheet.isThere(member, in: tx)
    else {
      throw ForumError.notFound
    }
    func count(_ rows: SQL) throws -> Int { try tx.value("SELECT count(*) FROM \(rows)") ?? 0 }
    return ErasePreview(
      member: badge, posts: try count("post WHERE author_id = \(member)"),
      messages: try count("conversation_part WHERE author_id = \(member)"),
      pictures: try count("picture WHERE member_id = \(member) AND NOT going"), isPossible: badge.role != .admin && member != actor.id)
  }
}
