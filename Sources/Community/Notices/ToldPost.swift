import Database

/// What must be known of a post before anybody is told of it.
struct ToldPost: SQLRow {
  let id: PostID
  let kind: PostKind
  let author: MemberID
  let isNameless: Bool
  let html: String
  let topic: TopicID
  let topicKind: TopicKind
  let category: CategoryID
  let asker: MemberID
  /// Who wrote the post this one answers or remarks on.
  let parentAuthor: MemberID?
  /// Whether it is there for everybody who sees its category.
  let isStanding: Bool

  init(_ row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    author = try row.next()
    isNameless = try row.next()
    html = try row.next()
    topic = try row.next()
    topicKind = try row.next()
    category = try row.next()
    asker = try row.next()
    parentAuthor = try row.next()
    isStanding = try row.next()
  }

  static func find(_ post: PostID, in tx: Transaction) throws -> ToldPost? {
    try tx.first(
      """
      SELECT post.id, post.kind, post.author_id, post.nameless, post.html, topic.id, topic.kind, topic.category_id, topic.author_id,
        parent.author_id, \(Visibility.standingPost) AND topic.deleted_at IS NULL AND NOT topic.hidden
      FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post parent ON parent.id = post.parent_id
      WHERE post.id = \(post)
      """)
  }

  /// Tells these members, except whom it is muted for, who did it, and who was told of the same act before.
  /// Answers the notices that were written.
  func tell(
    _ members: some Sequence<MemberID>, _ kind: NoticeKind, mail: NoticeMail? = nil, but actor: MemberID?, at: Timestamp, in tx: Transaction
  ) throws -> [ToldNotice] {
    // Who took their name off is muted by nobody: that would say whose post it is.
    let named: SQL = kind.act == .written && !isNameless ? "\(author)" : "NULL"
    return try tx.all(
      """
      INSERT INTO notice (member_id, act, kind, topic_id, post_id, at)
      SELECT member.id, \(kind.act), \(kind), topic.id, \(id), \(at) FROM member CROSS JOIN topic
      WHERE member.id \(anyOf: members) AND topic.id = \(topic) AND member.id <> \(actor?.rawValue ?? 0)
        AND NOT \(Muting.mutes("member.id", author: named))
      ORDER BY member.id
      ON CONFLICT (member_id, post_id, act) DO NOTHING RETURNING id, member_id
      """
    ) { row in ToldNotice(id: try row.next(), member: try row.next(), mail: mail ?? NoticeMail(kind)) }
  }
}
