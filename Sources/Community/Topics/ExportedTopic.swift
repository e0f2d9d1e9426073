package import Database

/// A topic as a line of the table that admins take out: numbers and names that members read, and no texts.
package struct ExportedTopic: Sendable, SQLRow {
  package let id: TopicID
  package let title: String
  package let category: String
  package let kind: TopicKind
  /// Nil where the author took their name off.
  package let author: String?
  package let openedAt: Timestamp
  package let replies: Int
  package let views: Int
  /// Of the opening post.
  package let votes: Int
  package let meToos: Int
  package let isSolved: Bool
  /// When somebody else answered first; nil where nobody has.
  package let answeredAt: Timestamp?

  package init(_ row: inout Row) throws {
    id = try row.next()
    title = try row.next()
    category = try row.next()
    kind = try row.next()
    author = try row.next()
    openedAt = try row.next()
    replies = try row.next()
    views = try row.next()
    votes = try row.next()
    meToos = try row.next()
    isSolved = try row.next()
    answeredAt = try row.next()
  }

  /// Up to `most` of them after one, in the order of their numbers: those that stand where every member may look, whatever the admin sees.
  /// Throws ``ForumError/forbidden(_:)`` for who does not manage the site.
  package static func page(after: TopicID?, most: Int, for actor: Actor, in tx: Transaction) throws -> [ExportedTopic] {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    return try tx.all(
      """
      SELECT topic.id, topic.title, category.name, topic.kind, CASE WHEN opening.nameless THEN NULL ELSE member.handle END, topic.created_at,
        topic.reply_count, topic.view_count, opening.vote_count + opening.imported_votes, topic.me_too_count,
        topic.accepted_count > 0 OR topic.solved_at IS NOT NULL,
        (SELECT min(post.created_at) FROM post WHERE post.topic_id = topic.id AND post.kind IN ('answer', 'reply')
          AND post.author_id <> topic.author_id AND post.deleted_at IS NULL AND NOT post.hidden)
      FROM topic JOIN category ON category.id = topic.category_id JOIN member ON member.id = topic.author_id
      JOIN post opening ON opening.topic_id = topic.id AND opening.number = 1
      WHERE topic.id > \(after?.rawValue ?? 0) AND \(Visibility.standing(.newcomer)) ORDER BY topic.id LIMIT \(most)
      """)
  }

  /// Notes in the log that somebody took them out. Throws ``ForumError/forbidden(_:)`` for who does not manage the site.
  package static func note(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    try tx.log(Act(.setting, by: .person(actor.id), detail: "topics exported"))
  }
}
