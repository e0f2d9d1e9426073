package import Database

/// Keeps a post to be found again, or lets go of it.
package struct SetBookmark: Sendable {
  package static let most = 2000
  package let post: PostID
  package let wanted: Bool

  package init(_ post: PostID, wanted: Bool) {
    self.post = post
    self.wanted = wanted
  }

  /// Throws ``ForumError/notFound`` for what does not stand or is not seen, and ``ForumError/forbidden(_:)`` `bookmarksFull`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let isSeen = try tx.exists(
      """
      SELECT 1 FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id = \(post) AND \(Visibility.standing(actor.viewer)) AND \(Visibility.standingPost)
      """)
    guard isSeen else { throw ForumError.notFound }
    guard wanted else {
      try tx.run("DELETE FROM bookmark WHERE member_id = \(actor.id) AND post_id = \(post)")
      return
    }
    let others: Int = try tx.value("SELECT count(*) FROM bookmark WHERE member_id = \(actor.id) AND post_id <> \(post)") ?? 0
    guard others < Self.most else { throw ForumError.forbidden(.bookmarksFull) }
    try tx.run(
      """
      INSERT INTO bookmark (member_id, post_id, at) VALUES (\(actor.id), \(post), \(tx.now)) ON CONFLICT (member_id, post_id) DO NOTHING
      """)
  }
}
