package import Database

/// What is new in a list or in one topic, with its text, for those who read it by feed.
package struct TopicFeed: Sendable {
  /// How many entries a feed brings.
  package static let size = 30
  package let entries: [Entry]

  /// One text, with what stands around it.
  package struct Entry: Sendable {
    package let post: PostID
    /// Where it stands.
    package let topic: TopicID
    package let slug: String
    package let title: String
    package let category: String
    /// Nil when they took their name off.
    package let author: MemberBadge?
    package let html: String
    package let writtenAt: Timestamp
    /// When the text, or what hangs on it, last changed.
    package let updatedAt: Timestamp
  }

  /// The topics of a list by their last change, each with what it opens with.
  package static func load(_ scope: TopicList.Scope, for viewer: Viewer, in tx: Transaction) throws -> TopicFeed {
    let rows = try TopicList.load(scope, before: nil, for: viewer, in: tx).rows
    let openings = try openings(of: rows.map(\.id), for: viewer, in: tx)
    return TopicFeed(
      entries: rows.compactMap { row in
        openings[row.id].map { opening in
          Entry(
            post: opening.id, topic: row.id, slug: row.slug, title: row.title, category: row.categoryName, author: opening.author,
            html: opening.html, writtenAt: opening.createdAt, updatedAt: row.bumpedAt)
        }
      })
  }

  /// The newest posts of a topic, newest first.
  package static func load(_ topic: TopicHead, for viewer: Viewer, in tx: Transaction) throws -> TopicFeed {
    let posts: [PostView] = try tx.all(
      PostView.select(
        """
        post.topic_id = \(topic.id) AND post.number IS NOT NULL AND \(Visibility.standingPost)
        ORDER BY post.number DESC LIMIT \(size)
        """, for: viewer))
    return TopicFeed(
      entries: posts.map { post in
        Entry(
          post: post.id, topic: topic.id, slug: topic.slug, title: topic.title, category: topic.categoryName, author: post.author,
          html: post.html, writtenAt: post.createdAt, updatedAt: post.editedAt ?? post.createdAt)
      })
  }

  private static func openings(of topics: [TopicID], for viewer: Viewer, in tx: Transaction) throws -> [TopicID: PostView] {
    guard !topics.isEmpty else { return [:] }
    let posts: [PostView] = try tx.all(
      PostView.select("post.topic_id \(anyOf: topics) AND post.number = 1 AND \(Visibility.standingPost)", for: viewer))
    return Dictionary(posts.map { ($0.topicID, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
