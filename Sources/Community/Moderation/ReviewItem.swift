package import Database

/// One thing of the queue with what is needed to decide on it: the text in its place, who reported it, and what its author has done so far.
package struct ReviewItem: Sendable {
  package let row: ReviewRow
  /// Made by Markup when it was written; nil for a second look at something that is no text.
  package let html: String?
  /// What the text follows on: the post it answers, or the one before it.
  package let before: String?
  package let topic: (id: TopicID, slug: String, title: String)?
  package let reports: [Report]
  package let author: Record?
  /// What it shares with other things that wait, and with how many.
  package let shared: [(kind: String, value: String, count: Int)]
  /// For a second look: the act, what was said of it, and what its person says.
  package let act: (kind: ActKind, rule: ActRule, at: Timestamp, by: String?, words: String, asked: String)?
  /// The newest version of the text, for who takes an insult out of it.
  package let version: Int?

  /// Somebody's report.
  package struct Report: Sendable, SQLRow {
    package let reason: ReportReason
    package let note: String
    package let at: Timestamp
    /// Nil for a visitor.
    package let reporter: String?

    package init(_ row: inout Row) throws {
      reason = try row.next()
      note = try row.next()
      at = try row.next()
      reporter = try row.next()
    }
  }

  /// What is known of a member to those who decide.
  package struct Record: Sendable {
    package let joinedAt: Timestamp
    package let standing: Int
    package let removed: Int
    /// Acts about them that stand, newest first.
    package let acts: [(kind: ActKind, rule: ActRule, at: Timestamp)]
  }

  /// Throws ``ForumError/notFound`` for what is not the actor's to decide on.
  package static func load(_ id: ReviewID, for actor: Actor, in tx: Transaction) throws -> ReviewItem {
    guard let row = try ReviewQueue.find(id, for: actor, in: tx) else { throw ForumError.notFound }
    let act = try row.act.flatMap { try looked(at: $0, in: tx) }
    let text = try text(of: row, in: tx)
    // Where nobody else could decide, they read what was said, and still not by whom.
    let isOwn = row.author?.id == actor.id
    return ReviewItem(
      row: row, html: text?.html, before: text?.before, topic: text?.topic,
      reports: try tx.all(
        """
        SELECT report.reason, report.note, report.at, reporter.name
        FROM report LEFT JOIN member reporter ON reporter.id = report.member_id AND NOT \(isOwn)
        WHERE report.review_id = \(id) ORDER BY report.weight DESC, report.id LIMIT 20
        """),
      author: try row.author.flatMap { try record(of: $0.id, in: tx) }, shared: try shared(by: id, for: actor, in: tx), act: act,
      version: text?.version)
  }

  private struct Text {
    var html: String
    var before: String?
    var topic: (id: TopicID, slug: String, title: String)?
    var version: Int?
  }

  private static func text(of row: ReviewRow, in tx: Transaction) throws -> Text? {
    if let part = row.part {
      return try tx.first(
        """
        SELECT part.html, before.html FROM conversation_part part
        LEFT JOIN conversation_part before ON before.conversation_id = part.conversation_id AND before.number = part.number - 1
        WHERE part.id = \(part)
        """
      ) { Text(html: try $0.next(), before: try $0.next(), topic: nil, version: nil) }
    }
    if let member = row.member {
      return try tx.first("SELECT bio_html FROM member WHERE id = \(member)") {
        Text(html: try $0.next(), before: nil, topic: nil, version: nil)
      }
    }
    let post =
      try row.post ?? row.act.flatMap { try tx.first("SELECT post_id FROM act WHERE id = \($0)") { try $0.next(PostID?.self) } ?? nil }
    guard let post else { return nil }
    return try tx.first(
      """
      SELECT post.html, before.html, topic.id, topic.slug, topic.title, post.version FROM post JOIN topic ON topic.id = post.topic_id
      LEFT JOIN post before ON before.id = coalesce(post.parent_id,
        (SELECT earlier.id FROM post earlier WHERE earlier.topic_id = post.topic_id AND earlier.number = post.number - 1))
      WHERE post.id = \(post)
      """
    ) { row in
      Text(
        html: try row.next(), before: try row.next(), topic: (id: try row.next(), slug: try row.next(), title: try row.next()),
        version: try row.next())
    }
  }

  private static func record(of member: MemberID, in tx: Transaction) throws -> Record? {
    let acts = try tx.all(
      """
      SELECT act.kind, act.rule, act.at FROM act WHERE \(Act.isAbout("\(member)")) AND act.kind IN ('hide', 'delete', 'mask', 'warn', 'silence', 'suspend')
        AND NOT EXISTS (SELECT 1 FROM act undoing WHERE undoing.undoes = act.id) ORDER BY act.id DESC LIMIT 5
      """
    ) { row in (kind: try row.next(ActKind.self), rule: try row.next(ActRule.self), at: try row.next(Timestamp.self)) }
    // What is held back was not removed by anybody.
    let waits: SQL = """
      EXISTS (SELECT 1 FROM review held WHERE held.post_id = post.id AND held.cause = 'held' AND held.settled_at IS NULL)
      """
    return try tx.first(
      """
      SELECT created_at, (SELECT count(*) FROM (SELECT 1 FROM post WHERE post.author_id = member.id AND \(Visibility.standingPost) LIMIT 1000) AS s),
        (SELECT count(*) FROM (SELECT 1 FROM post WHERE post.author_id = member.id AND ((post.hidden AND NOT \(waits)) OR post.deleted_by <> post.author_id) LIMIT 1000) AS r)
      FROM member WHERE id = \(member)
      """
    ) { Record(joinedAt: try $0.next(), standing: try $0.next(), removed: try $0.next(), acts: acts) }
  }

  private static func shared(by id: ReviewID, for actor: Actor, in tx: Transaction) throws -> [(kind: String, value: String, count: Int)] {
    guard actor.may(.decide) else { return [] }
    return try tx.all(
      """
      SELECT own.kind, own.value, count(*) FROM review_evidence own
      JOIN review_evidence other ON other.kind = own.kind AND other.value = own.value AND other.review_id <> own.review_id
      JOIN review ON review.id = other.review_id AND review.settled_at IS NULL
      WHERE own.review_id = \(id) GROUP BY own.kind, own.value ORDER BY count(*) DESC, own.kind, own.value LIMIT 5
      """
    ) { (kind: try $0.next(), value: try $0.next(), count: try $0.next()) }
  }

  private static func looked(
    at act: ActID, in tx: Transaction
  ) throws -> (kind: ActKind, rule: ActRule, at: Timestamp, by: String?, words: String, asked: String)? {
    try tx.first(
      """
      SELECT act.kind, act.rule, act.at, actor.name, coalesce(act_text.words, ''), decision.look_words
      FROM act JOIN decision ON decision.act_id = act.id LEFT JOIN act_text ON act_text.act_id = act.id
      LEFT JOIN member actor ON actor.id = act.actor_id WHERE act.id = \(act)
      """
    ) { (kind: try $0.next(), rule: try $0.next(), at: try $0.next(), by: try $0.next(), words: try $0.next(), asked: try $0.next()) }
  }
}
