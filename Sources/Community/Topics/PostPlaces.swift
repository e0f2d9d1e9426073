import Database

/// Where the posts of topics stand, kept under an act before they are moved, so that they can be put back exactly.
struct PostPlaces {
  let act: ActID

  /// Notes the posts, lines and read marks of these topics as they are.
  func keep(_ topics: [TopicID], in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO post_place (act_id, post_id, topic_id, number, kind)
      SELECT \(act), id, topic_id, number, kind FROM post WHERE topic_id \(anyOf: topics)
      """)
    try tx.run(
      """
      INSERT INTO line_place (act_id, line_id, topic_id, after_number)
      SELECT \(act), id, topic_id, after_number FROM history_line WHERE topic_id \(anyOf: topics)
      """)
    try tx.run(
      """
      INSERT INTO reader_place (act_id, topic_id, member_id, number)
      SELECT \(act), topic_id, member_id, number FROM read_mark WHERE topic_id \(anyOf: topics)
      """)
  }

  /// Puts lines and read marks where their posts have gone: after the same post as before.
  func follow(in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE history_line SET topic_id = post.topic_id, after_number = post.number
      FROM line_place JOIN post_place ON post_place.act_id = line_place.act_id AND post_place.topic_id = line_place.topic_id
        AND post_place.number = line_place.after_number JOIN post ON post.id = post_place.post_id
      WHERE line_place.act_id = \(act) AND line_place.line_id = history_line.id
      """)
    try followRest(in: tx)
  }

  /// The same without the lines.
  func followRest(in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE read_mark SET number = coalesce((SELECT max(post.number) FROM post_place JOIN post ON post.id = post_place.post_id
        WHERE post_place.act_id = \(act) AND post_place.topic_id = read_mark.topic_id AND post.topic_id = read_mark.topic_id
          AND post_place.number <= reader_place.number), 1)
      FROM reader_place WHERE reader_place.act_id = \(act) AND reader_place.topic_id = read_mark.topic_id
        AND reader_place.member_id = read_mark.member_id
      """)
    try followPosts(in: tx)
  }

  /// What hangs on a post says in which topic that stands.
  private func followPosts(in tx: Transaction) throws {
    for table: SQL in ["acceptance", "objection", "notice"] {
      try tx.run(
        """
        UPDATE \(table) SET topic_id = post.topic_id FROM post JOIN post_place ON post_place.post_id = post.id AND post_place.act_id = \(act)
        WHERE post.id = \(table).post_id AND \(table).topic_id <> post.topic_id
        """)
    }
  }

  /// Puts everything back. What was written since stays in its topic, after the rest.
  func restore(_ topics: [TopicID], in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE post SET topic_id = post_place.topic_id, number = -post_place.number, kind = post_place.kind
      FROM post_place WHERE post_place.act_id = \(act) AND post_place.post_id = post.id
      """)
    for topic in topics {
      try tx.run(
        """
        UPDATE post SET number = -(placed.last + placed.step) FROM (
          SELECT id, row_number() OVER (ORDER BY number) AS step,
            (SELECT coalesce(max(-other.number), 0) FROM post other WHERE other.topic_id = \(topic) AND other.number < 0) AS last
          FROM post WHERE topic_id = \(topic) AND number > 0) AS placed
        WHERE post.id = placed.id
        """)
      try TopicNumbers.turn(topic, in: tx)
    }
    try tx.run(
      """
      UPDATE history_line SET topic_id = line_place.topic_id, after_number = line_place.after_number
      FROM line_place WHERE line_place.act_id = \(act) AND line_place.line_id = history_line.id
      """)
    try tx.run(
      """
      UPDATE read_mark SET number = reader_place.number
      FROM reader_place WHERE reader_place.act_id = \(act) AND reader_place.topic_id = read_mark.topic_id
        AND reader_place.member_id = read_mark.member_id
      """)
    try followPosts(in: tx)
    try tx.run("DELETE FROM post_place WHERE act_id = \(act)")
    try tx.run("DELETE FROM line_place WHERE act_id = \(act)")
    try tx.run("DELETE FROM reader_place WHERE act_id = \(act)")
  }
}

/// Numbers of posts in their topic, written anew in two steps: below zero first, so that none meets another on its way.
enum TopicNumbers {
  /// By the time they were written, the opening post first.
  static func byTime(_ topic: TopicID, opening: PostID, in tx: Transaction) throws {
    try number(topic, order: "CASE WHEN id = \(opening) THEN 0 ELSE 1 END, created_at, id", in: tx)
  }

  /// Without gaps, in the order they have.
  static func closeGaps(_ topic: TopicID, in tx: Transaction) throws { try number(topic, order: "number", in: tx) }

  private static func number(_ topic: TopicID, order: SQL, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE post SET number = -placed.step FROM (
        SELECT id, row_number() OVER (ORDER BY \(order)) AS step FROM post WHERE topic_id = \(topic) AND number IS NOT NULL) AS placed
      WHERE post.id = placed.id
      """)
    try turn(topic, in: tx)
  }

  static func turn(_ topic: TopicID, in tx: Transaction) throws {
    try tx.run("UPDATE post SET number = -number WHERE topic_id = \(topic) AND number < 0")
  }
}

extension TopicCounters {
  /// Everything that is counted of a topic, after posts came or went.
  static func recountAll(of topic: TopicID, in tx: Transaction) throws {
    try tx.run(
      "UPDATE topic SET last_number = coalesce((SELECT max(number) FROM post WHERE topic_id = \(topic)), 0) WHERE id = \(topic)")
    try recountPosts(of: topic, in: tx)
    try recountAccepted(of: topic, in: tx)
    try tx.run(
      "UPDATE topic SET me_too_count = (SELECT count(*) FROM me_too WHERE topic_id = \(topic)) WHERE id = \(topic)")
    try tx.run("UPDATE topic SET last_poster_id = NULL WHERE id = \(topic) AND last_post_id IS NULL")
  }
}
