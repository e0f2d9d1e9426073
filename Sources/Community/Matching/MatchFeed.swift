import Database
import Matching

/// What matching is told: posts that a visitor may read, nothing else, and their authors where they let it. Every read of it is here.
enum MatchFeed {
  /// True for rows of `topic` that matching may know: a visitor sees them, and neither their category nor a tag is sensitive.
  static var fed: SQL {
    """
    \(Visibility.standing(.visitor))
      AND NOT EXISTS (SELECT 1 FROM category private WHERE private.id = topic.category_id AND private.sensitive)
      AND NOT EXISTS (SELECT 1 FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id WHERE topic_tag.topic_id = topic.id AND tag.sensitive)
    """
  }

  /// True for rows of `member`, or of an alias of it, who may be known as somebody: they signed in here, are still here, and let their posts be used.
  static func isKnown(_ member: SQL) -> SQL {
    """
    (NOT (\(member).imported AND \(member).password_hash IS NULL) AND \(member).merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.member_id = \(member).id)
      AND NOT EXISTS (SELECT 1 FROM matching_choice unused WHERE unused.member_id = \(member).id AND NOT unused.use_posts))
    """
  }

  /// The author of rows of `post` or of an alias of it, where matching may know of them there; otherwise nobody.
  private static func author(_ post: SQL) -> SQL {
    """
    (SELECT writer.id FROM member writer WHERE writer.id = \(post).author_id AND NOT \(post).nameless AND \(isKnown("writer"))
      AND NOT EXISTS (SELECT 1 FROM matching_unused_topic unused
        WHERE unused.member_id = writer.id AND unused.topic_id = \(post).topic_id))
    """
  }

  /// The openings of topics matching may know, by a condition on `topic`, the lower numbers first.
  static func topics(_ condition: SQL, most: Int = 1_000_000, in tx: Transaction) throws -> [MatchTopic] {
    let rows = try tx.all(
      """
      SELECT topic.id, post.id, \(author("post")), post.created_at, topic.title, topic.category_id, post.html
      FROM topic JOIN post ON post.topic_id = topic.id AND post.number = 1
      WHERE \(condition) AND \(fed) AND \(Visibility.standingPost) ORDER BY topic.id LIMIT \(most)
      """
    ) { row in
      MatchTopic(
        topic: try row.next(), opening: try row.next(), author: try row.next(), time: try row.next(Timestamp.self).rawValue,
        title: try row.next(), shelf: String(try row.next(Int64.self)), text: plainText(try row.next()))
    }
    let tags = try tx.all(
      """
      SELECT topic_tag.topic_id, tag.name FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id
      WHERE topic_tag.topic_id \(anyOf: rows.map(\.topic)) ORDER BY tag.name
      """
    ) { row in (topic: try row.next(Int64.self), name: try row.next(String.self)) }
    let named = Dictionary(grouping: tags, by: \.topic)
    return rows.map { topic in
      var topic = topic
      topic.tags = (named[topic.topic] ?? []).map(\.name)
      return topic
    }
  }

  /// Replies and remarks matching may know, by a condition on `post` and `topic`, the lower numbers first. Whoever is spoken to and may not be
  /// known is nobody: then it was said to oneself.
  static func replies(_ condition: SQL, in tx: Transaction) throws -> [MatchReply] {
    try tx.all(
      """
      SELECT post.topic_id, post.id, \(author("post")), post.created_at,
        CASE WHEN parent.id IS NULL THEN NULL ELSE coalesce(\(author("parent")), \(author("post"))) END,
        post.html, post.kind = 'remark'
      FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post parent ON parent.id = post.parent_id AND parent.number > 1
      WHERE \(condition) AND post.kind <> 'opening' AND \(fed) AND \(Visibility.standingPost) ORDER BY post.id
      """
    ) { row in
      MatchReply(
        topic: try row.next(), post: try row.next(), author: try row.next(), time: try row.next(Timestamp.self).rawValue,
        addressee: try row.next(), text: plainText(try row.next()), isRemark: try row.next())
    }
  }

  /// The interests somebody declared, as words: those that are public and not sensitive, without what they switched off.
  static func interests(of members: [Int64], in tx: Transaction) throws -> [(member: Int64, name: String)] {
    try tx.all(
      """
      SELECT interest.member_id, tag.name FROM interest JOIN tag ON tag.id = interest.tag_id JOIN member ON member.id = interest.member_id
      WHERE interest.member_id \(anyOf: members) AND NOT tag.sensitive AND \(TagView.isSeen("tag.id", by: .visitor)) AND \(isKnown("member"))
        AND NOT EXISTS (SELECT 1 FROM matching_unused_tag unused
          WHERE unused.member_id = interest.member_id AND unused.tag_id = interest.tag_id)
      ORDER BY interest.member_id, tag.name
      """
    ) { row in (member: try row.next(), name: try row.next()) }
  }

  /// Topics that are read for a fresh index in one go.
  private static let part = 200

  /// The next topics after a number, with all that was written in them. Nil when there are no more.
  static func part(after topic: Int64, in tx: Transaction) throws -> (topics: [MatchTopic], replies: [MatchReply], last: Int64)? {
    let ids = try tx.values("SELECT id FROM topic WHERE id > \(topic) ORDER BY id LIMIT \(part)", as: TopicID.self)
    guard let last = ids.last else { return nil }
    return (
      try topics("topic.id \(anyOf: ids)", in: tx), try replies("post.topic_id \(anyOf: ids)", in: tx), last.rawValue
    )
  }

  /// Everybody with an interest, in parts likewise.
  static func declaring(after member: Int64, in tx: Transaction) throws -> [Int64] {
    try tx.values(
      "SELECT DISTINCT member_id FROM interest WHERE member_id > \(member) ORDER BY member_id LIMIT \(part)", as: Int64.self)
  }
}
