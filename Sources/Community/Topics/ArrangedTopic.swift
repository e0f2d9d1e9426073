package import Database

/// A topic for who decides where it, or some of its posts, belong.
package struct ArrangedTopic: Sendable {
  package static let most = 200
  package let head: TopicHead
  package let categories: [CategoryRow]
  /// Its replies in order.
  package let posts: [Post]

  package struct Post: Sendable {
    package let id: PostID
    package let number: Int
    /// Nil where its author took their name off.
    package let author: String?
    package let html: String
    package let at: Timestamp
  }

  /// Throws ``ForumError/notFound`` for who may not move it.
  package static func load(_ topic: TopicID, for actor: Actor, in tx: Transaction) throws -> ArrangedTopic {
    guard let head = try TopicHead.find(topic, for: actor.viewer, in: tx), !head.isDeleted, !head.isHidden,
      actor.may(.moveAny, in: head.categoryID)
    else { throw ForumError.notFound }
    let posts = try tx.all(
      """
      SELECT post.id, post.number, CASE WHEN NOT post.nameless THEN author.name END, post.html, post.created_at
      FROM post JOIN member author ON author.id = post.author_id
      WHERE post.topic_id = \(topic) AND post.number > 1 AND \(Visibility.standingPost) ORDER BY post.number LIMIT \(most)
      """
    ) { Post(id: try $0.next(), number: try $0.next(), author: try $0.next(), html: try $0.next(), at: try $0.next()) }
    return ArrangedTopic(head: head, categories: try CategoryRow.all(for: actor.viewer, in: tx), posts: posts)
  }
}
