package import Database

/// Where a post stands: what a permalink leads to.
package struct PostPlace: Sendable, Equatable {
  package let post: PostID
  package let topic: TopicID
  package let slug: String
  package let page: Int

  /// The place of a post or remark in a topic the viewer may open; nil when there is none. A deleted post leaves its place, a hidden one
  /// is as if it never was.
  package static func find(_ post: PostID, for viewer: Viewer, in tx: Transaction) throws -> PostPlace? {
    try tx.first(
      """
      SELECT topic.id, topic.slug, coalesce(post.number, parent.number, 1)
      FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post parent ON parent.id = post.parent_id
      WHERE post.id = \(post) AND \(Visibility.openable(viewer)) AND \(Visibility.placed(viewer))
      """
    ) { row in
      let topic: TopicID = try row.next()
      let slug: String = try row.next()
      let number: Int = try row.next()
      return PostPlace(post: post, topic: topic, slug: slug, page: (number - 1) / TopicView.pageSize + 1)
    }
  }
}
