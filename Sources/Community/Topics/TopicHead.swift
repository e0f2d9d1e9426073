package import Database

/// What a topic is, without its posts.
package struct TopicHead: Sendable {
  package let id: TopicID
  package let kind: TopicKind
  package let title: String
  package let slug: String
  package let categoryID: CategoryID
  package let categorySlug: String
  package let categoryName: String
  package let authorID: MemberID
  package let createdAt: Timestamp
  package let bumpedAt: Timestamp
  package let lastNumber: Int
  package let replyCount: Int
  package let meTooCount: Int
  package let isSolved: Bool
  package let solvedNote: String?
  package let solvedAt: Timestamp?
  package let solvedRole: AcceptanceRole?
  package let solvedByName: String?
  package let isLocked: Bool
  /// How long each member waits between two replies; mostly 0.
  package let slowSeconds: Int
  package let isHidden: Bool
  package let isDeleted: Bool
  /// Whether it had its turn of being offered to members who may know.
  let wasOffered: Bool
  /// The topic this one repeats, where the viewer may see it.
  package private(set) var duplicateOf: Related?
  /// Whether the viewer said "me too".
  package let hasMyMeToo: Bool
  /// Whether the category lets the viewer reply.
  package let takesReplies: Bool
  /// The highest post the viewer has read; nil when they never opened it.
  package let readNumber: Int?

  package var isQuestion: Bool { kind == .question }
  package var state: TopicState { TopicState(kind: kind, isSolved: isSolved) }

  /// Another topic to go to.
  package struct Related: Sendable, Equatable {
    package let id: TopicID
    package let slug: String
    package let title: String

    static func find(_ id: TopicID, for viewer: Viewer, in tx: Transaction) throws -> Related? {
      try tx.first("SELECT topic.id, topic.slug, topic.title FROM topic WHERE topic.id = \(id) AND \(Visibility.standing(viewer))") { row in
        Related(id: try row.next(), slug: try row.next(), title: try row.next())
      }
    }
  }

  private let duplicateID: TopicID?

  /// The topic, if there is one the viewer may open.
  package static func find(_ id: TopicID, for viewer: Viewer, in tx: Transaction) throws -> TopicHead? {
    guard var head: TopicHead = try tx.first(select(id, for: viewer, at: tx.now)) else { return nil }
    if let other = head.duplicateID { head.duplicateOf = try Related.find(other, for: viewer, in: tx) }
    return head
  }

  /// Why a topic is not there for the viewer: gone, where everybody could once read it, else not found.
  static func absence(of id: TopicID, for viewer: Viewer, in tx: Transaction) throws -> ForumError {
    let isGone = try tx.exists(
      """
      SELECT 1 FROM topic JOIN category ON category.id = topic.category_id
      WHERE topic.id = \(id) AND topic.was_public AND topic.deleted_at IS NOT NULL AND NOT topic.hidden AND \(Visibility.categories(viewer))
      """)
    return isGone ? .gone : .notFound
  }

  /// Its tags by name.
  package func tags(in tx: Transaction) throws -> [String] {
    try tx.values(
      "SELECT tag.name FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id WHERE topic_tag.topic_id = \(id) ORDER BY tag.name")
  }
}

extension TopicHead: SQLRow {
  package init(_ row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    title = try row.next()
    slug = try row.next()
    categoryID = try row.next()
    categorySlug = try row.next()
    categoryName = try row.next()
    authorID = try row.next()
    createdAt = try row.next()
    bumpedAt = try row.next()
    lastNumber = try row.next()
    replyCount = try row.next()
    meTooCount = try row.next()
    isSolved = try row.next()
    solvedNote = try row.next()
    solvedAt = try row.next()
    solvedRole = try row.next()
    solvedByName = try row.next()
    isLocked = try row.next()
    slowSeconds = try row.next()
    isHidden = try row.next()
    isDeleted = try row.next()
    hasMyMeToo = try row.next()
    takesReplies = try row.next()
    readNumber = try row.next()
    wasOffered = try row.next()
    duplicateID = try row.next()
  }

  private static func select(_ id: TopicID, for viewer: Viewer, at now: Timestamp) -> SQL {
    """
    SELECT topic.id, topic.kind, topic.title, topic.slug, category.id, category.slug, category.name, topic.author_id,
      topic.created_at, topic.bumped_at, topic.last_number, topic.reply_count, topic.me_too_count,
      topic.accepted_count > 0 OR topic.solved_at IS NOT NULL, topic.solved_note, topic.solved_at, topic.solved_role,
      CASE WHEN NOT (topic.solved_role = 'asker' AND opening.nameless) THEN solver.name END,
      \(CloseTopic.isClosed(at: now)), topic.slow_seconds, topic.hidden, topic.deleted_at IS NOT NULL, me_too.topic_id IS NOT NULL, \(Visibility.takesReplies(viewer)),
      read_mark.number, topic.offered_at IS NOT NULL, topic.duplicate_of
    FROM topic
    JOIN category ON category.id = topic.category_id
    JOIN post opening ON opening.topic_id = topic.id AND opening.number = 1
    LEFT JOIN member solver ON solver.id = topic.solved_by
    LEFT JOIN me_too ON me_too.topic_id = topic.id AND me_too.member_id = \(viewer.memberID)
    LEFT JOIN read_mark ON read_mark.topic_id = topic.id AND read_mark.member_id = \(viewer.memberID)
    WHERE topic.id = \(id) AND \(Visibility.openable(viewer))
    """
  }
}
