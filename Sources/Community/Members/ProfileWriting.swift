package import Database

/// A topic in the list on a member's page.
package struct ProfileTopic: Sendable, Equatable, SQLRow {
  package let id: TopicID
  package let slug: String
  package let title: String
  package let kind: String
  package let createdAt: Timestamp
  package let replyCount: Int
  package let isSolved: Bool
  package let categoryName: String
  package let categorySlug: String

  package init(_ row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    title = try row.next()
    kind = try row.next()
    createdAt = try row.next()
    replyCount = try row.next()
    isSolved = try row.next()
    categoryName = try row.next()
    categorySlug = try row.next()
  }
}

/// An answer in the list on a member's page.
package struct ProfileAnswer: Sendable, Equatable, SQLRow {
  package let post: PostID
  package let topicTitle: String
  package let createdAt: Timestamp
  package let isAccepted: Bool
  /// Made by Markup when it was written.
  package let html: String
  package let categoryName: String
  package let categorySlug: String

  package init(_ row: inout Row) throws {
    post = try row.next()
    topicTitle = try row.next()
    createdAt = try row.next()
    isAccepted = try row.next()
    html = try row.next()
    categoryName = try row.next()
    categorySlug = try row.next()
  }
}

/// The statements behind a member's page. What stands without the author's name is on nobody's page, the author's own included.
struct ProfileWriting {
  let member: MemberID
  let viewer: Viewer

  init(of member: MemberID, for viewer: Viewer) {
    self.member = member
    self.viewer = viewer
  }

  func topics(most: Int) -> SQL {
    """
    SELECT topic.id, topic.slug, topic.title, topic.kind, topic.created_at, topic.reply_count,
      topic.accepted_count > 0 OR topic.solved_at IS NOT NULL, \(category)
    FROM \(ownTopics) ORDER BY topic.created_at DESC, topic.id DESC LIMIT \(most)
    """
  }

  func answers(most: Int) -> SQL {
    """
    SELECT post.id, topic.title, post.created_at, EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id), post.html,
      \(category)
    FROM \(ownAnswers) ORDER BY post.created_at DESC, post.id DESC LIMIT \(most)
    """
  }

  /// Tags of at least two of their latest answers, those of most first.
  func areas(most: Int) -> SQL {
    """
    SELECT tag.name FROM (SELECT post.topic_id AS topic_id FROM \(ownAnswers) ORDER BY post.created_at DESC, post.id DESC LIMIT 100) AS latest
    JOIN topic_tag ON topic_tag.topic_id = latest.topic_id JOIN tag ON tag.id = topic_tag.tag_id
    GROUP BY tag.id, tag.name HAVING COUNT(*) >= 2 ORDER BY COUNT(*) DESC, tag.name LIMIT \(most)
    """
  }

  func topicCount(upTo most: Int) -> SQL { "SELECT COUNT(*) FROM (SELECT 1 FROM \(ownTopics) LIMIT \(most)) AS counted" }
  func answerCount(upTo most: Int) -> SQL { "SELECT COUNT(*) FROM (SELECT 1 FROM \(ownAnswers) LIMIT \(most)) AS counted" }
  func acceptedCount(upTo most: Int) -> SQL {
    """
    SELECT COUNT(*) FROM (SELECT 1 FROM \(ownAnswers)
      AND EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id) LIMIT \(most)) AS counted
    """
  }

  private var category: SQL {
    """
    (SELECT name FROM category WHERE category.id = topic.category_id), (SELECT slug FROM category WHERE category.id = topic.category_id)
    """
  }

  private var ownTopics: SQL {
    """
    topic WHERE topic.author_id = \(member) AND \(Visibility.standing(viewer))
      AND NOT EXISTS (SELECT 1 FROM post WHERE post.topic_id = topic.id AND post.number = 1 AND post.nameless)
    """
  }

  private var ownAnswers: SQL {
    """
    post JOIN topic ON topic.id = post.topic_id
    WHERE post.author_id = \(member) AND post.kind = 'answer' AND NOT post.nameless AND NOT post.hidden AND post.deleted_at IS NULL
      AND \(Visibility.standing(viewer))
    """
  }
}
