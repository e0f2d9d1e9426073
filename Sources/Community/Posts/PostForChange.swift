import Database

/// What must be known of a post before it is changed.
struct PostForChange: SQLRow {
  let topic: TopicID
  let category: CategoryID
  let number: Int?
  let kind: PostKind
  let parent: PostID?
  let author: MemberID
  let createdAt: Timestamp
  let version: Int
  let isHidden: Bool
  let deletedAt: Timestamp?
  let deletedBy: MemberID?
  let isNameless: Bool

  init(_ row: inout Row) throws {
    topic = try row.next()
    category = try row.next()
    number = try row.next()
    kind = try row.next()
    parent = try row.next()
    author = try row.next()
    createdAt = try row.next()
    version = try row.next()
    isHidden = try row.next()
    deletedAt = try row.next()
    deletedBy = try row.next()
    isNameless = try row.next()
  }

  /// Any post there is, for what the program does itself.
  static func any(_ post: PostID, in tx: Transaction) throws -> PostForChange? {
    try tx.first("SELECT \(columns) FROM post JOIN topic ON topic.id = post.topic_id WHERE post.id = \(post)")
  }

  private static var columns: SQL {
    """
    post.topic_id, topic.category_id, post.number, post.kind, post.parent_id, post.author_id, post.created_at, post.version,
      post.hidden, post.deleted_at, post.deleted_by, post.nameless
    """
  }

  /// Throws ``ForumError/notFound`` unless the viewer may read the post; removed posts are found by those who may see them.
  static func find(_ post: PostID, for viewer: Viewer, in tx: Transaction) throws -> PostForChange {
    let found: PostForChange? = try tx.first(
      """
      SELECT \(columns)
      FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id = \(post) AND \(Visibility.openable(viewer)) AND \(Visibility.readable(viewer))
      """)
    guard let found else { throw ForumError.notFound }
    return found
  }

  /// Whether somebody else answered the topic. A remark is no answer.
  func hasAnswers(in tx: Transaction) throws -> Bool {
    try tx.exists(
      "SELECT 1 FROM post WHERE topic_id = \(topic) AND author_id <> \(author) AND number > 1 AND deleted_at IS NULL AND NOT hidden")
  }

  /// Whether somebody else wrote after this post, so that a change is no longer unseen.
  func isAnswered(_ post: PostID, in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      SELECT 1 FROM post WHERE topic_id = \(topic) AND author_id <> \(author) AND id > \(post)
        AND (number > \(number ?? 0) OR parent_id = \(post)) AND deleted_at IS NULL AND NOT hidden
      """)
  }
}
