package import Database

/// Counts everything anew that is kept as a number beside its rows, so that an operator can see that nothing was lost or counted twice.
package enum Recount {
  /// A kept number that its rows do not bear out.
  package struct Finding: Sendable, Equatable {
    /// The table and column.
    package let counter: String
    /// How many rows of the table are wrong.
    package let rows: Int
    /// One of them.
    package let example: Int64
  }

  /// How many kinds of numbers are counted.
  package static var count: Int { counters.count }

  /// What is wrong, of the whole site; empty when every number is right.
  package static func perform(in tx: Transaction) throws -> [Finding] {
    try counters.compactMap { counter in
      let found = try tx.first(
        "SELECT count(*), min(id) FROM \(counter.table) WHERE coalesce(\(counter.column), 0) <> coalesce((\(counter.rows)), 0)"
      ) { row in (rows: try row.next(Int.self), example: try row.next(Int64?.self)) }
      guard let found, let example = found.example else { return nil }
      return Finding(counter: counter.name, rows: found.rows, example: example)
    }
  }

  private struct Counter {
    let name: String
    let table: SQL
    let column: SQL
    /// What the column should say, for one row of the table.
    let rows: SQL
  }

  private static let standingPost: SQL = "post.deleted_at IS NULL AND NOT post.hidden"

  private static var counters: [Counter] {
    [
      Counter(
        name: "category.topic_count", table: "category", column: "topic_count",
        rows: "SELECT count(*) FROM topic WHERE topic.category_id = category.id AND topic.deleted_at IS NULL AND NOT topic.hidden"),
      Counter(
        name: "picture.unused_since", table: "picture", column: "CASE WHEN unused_since IS NULL THEN 1 ELSE 0 END",
        rows: """
          SELECT CASE WHEN EXISTS (SELECT 1 FROM post_picture WHERE post_picture.picture_id = picture.id)
            OR EXISTS (SELECT 1 FROM member WHERE member.id = picture.member_id AND member.face = picture.name) THEN 1 ELSE 0 END
          """),
      Counter(
        name: "tag.topic_count", table: "tag", column: "topic_count",
        rows: """
          SELECT count(*) FROM topic_tag JOIN topic ON topic.id = topic_tag.topic_id
          WHERE topic_tag.tag_id = tag.id AND topic.deleted_at IS NULL AND NOT topic.hidden
          """),
      Counter(
        name: "topic_tag.bumped_at", table: "topic", column: "bumped_at",
        rows: "coalesce((SELECT min(topic_tag.bumped_at) FROM topic_tag WHERE topic_tag.topic_id = topic.id), topic.bumped_at)"),
      Counter(
        name: "member.topic_count", table: "member", column: "topic_count",
        rows: "SELECT count(*) FROM topic WHERE topic.author_id = member.id AND topic.deleted_at IS NULL AND NOT topic.hidden"),
      Counter(
        name: "member.post_count", table: "member", column: "post_count",
        rows: "SELECT count(*) FROM post WHERE post.author_id = member.id AND \(standingPost)"),
      Counter(
        name: "member.accepted_count", table: "member", column: "accepted_count",
        rows: """
          SELECT count(*) FROM post WHERE post.author_id = member.id AND \(standingPost)
            AND EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id)
          """),
      Counter(
        name: "topic.last_number", table: "topic", column: "last_number",
        rows: "SELECT max(post.number) FROM post WHERE post.topic_id = topic.id"),
      Counter(
        name: "topic.reply_count", table: "topic", column: "reply_count",
        rows: "SELECT count(*) FROM post WHERE post.topic_id = topic.id AND post.number > 1 AND \(standingPost)"),
      Counter(name: "topic.others_count", table: "topic", column: "others_count", rows: TopicCounters.othersCount),
      Counter(
        name: "topic.last_post_id", table: "topic", column: "last_post_id",
        rows: """
          SELECT post.id FROM post WHERE post.topic_id = topic.id AND post.number IS NOT NULL AND (post.number = 1 OR \(standingPost))
          ORDER BY post.number DESC LIMIT 1
          """),
      Counter(
        name: "topic.last_poster_id", table: "topic", column: "last_poster_id",
        rows: "SELECT post.author_id FROM post WHERE post.id = topic.last_post_id"),
      Counter(
        name: "topic.accepted_count", table: "topic", column: "accepted_count",
        rows: """
          SELECT count(*) FROM acceptance JOIN post ON post.id = acceptance.post_id WHERE acceptance.topic_id = topic.id AND \(standingPost)
            AND NOT EXISTS (SELECT 1 FROM objection WHERE objection.post_id = post.id)
          """),
      Counter(
        name: "topic.me_too_count", table: "topic", column: "me_too_count",
        rows: "SELECT count(*) FROM me_too WHERE me_too.topic_id = topic.id"),
      Counter(
        name: "post.vote_count", table: "post", column: "vote_count", rows: "SELECT count(*) FROM vote WHERE vote.post_id = post.id"),
      Counter(
        name: "post.remark_count", table: "post", column: "remark_count",
        rows: """
          SELECT count(*) FROM post remark
          WHERE remark.parent_id = post.id AND remark.kind = 'remark' AND remark.deleted_at IS NULL AND NOT remark.hidden
          """),
      Counter(
        name: "conversation.last_number", table: "conversation", column: "last_number",
        rows: "SELECT max(part.number) FROM conversation_part part WHERE part.conversation_id = conversation.id"),
      // Not a count, but a place that must be there.
      Counter(
        name: "history_line.after_number", table: "history_line", column: "after_number",
        rows: "SELECT post.number FROM post WHERE post.topic_id = history_line.topic_id AND post.number = history_line.after_number"),
    ]
  }
}
