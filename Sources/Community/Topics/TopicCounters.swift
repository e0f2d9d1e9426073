import Database

/// Counts a topic anew from its rows, after something in its middle was removed, restored or marked.
enum TopicCounters {
  /// Replies, those by others, the last post and the time of the last change.
  static func recountPosts(of topic: TopicID, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE topic SET
        reply_count = (SELECT count(*) FROM post WHERE topic_id = \(topic) AND number > 1 AND deleted_at IS NULL AND NOT hidden),
        others_count = \(othersCount),
        last_post_id = (SELECT id FROM post WHERE topic_id = \(topic) AND number IS NOT NULL
          AND ((deleted_at IS NULL AND NOT hidden) OR number = 1) ORDER BY number DESC LIMIT 1)
      WHERE id = \(topic)
      """)
    try tx.run(
      """
      UPDATE topic SET last_poster_id = post.author_id, bumped_at = post.created_at
      FROM post WHERE topic.id = \(topic) AND post.id = topic.last_post_id
      """)
    try tx.run("UPDATE topic_tag SET bumped_at = topic.bumped_at FROM topic WHERE topic.id = \(topic) AND topic_tag.topic_id = \(topic)")
  }

  /// Replies by others than who began it.
  static let othersCount: SQL = """
    (SELECT count(*) FROM post WHERE post.topic_id = topic.id AND post.number > 1 AND post.author_id <> topic.author_id
      AND post.deleted_at IS NULL AND NOT post.hidden)
    """

  /// Accepted answers that stand and that the asker has not objected to: what "solved" means.
  static func recountAccepted(of topic: TopicID, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE topic SET accepted_count = (
        SELECT count(*) FROM acceptance JOIN post ON post.id = acceptance.post_id
        WHERE acceptance.topic_id = \(topic) AND post.deleted_at IS NULL AND NOT post.hidden
          AND NOT EXISTS (SELECT 1 FROM objection WHERE objection.post_id = post.id))
      WHERE id = \(topic)
      """)
  }
}
