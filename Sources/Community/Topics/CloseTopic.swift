package import Database

/// Closes a topic: no new replies, until an hour or for good. Opens it again.
package struct CloseTopic: Sendable {
  let topic: TopicID
  let isClosed: Bool
  let until: Timestamp?
  let why: ModeratePost.Why

  /// `until` is when it opens by itself.
  package init(_ topic: TopicID, isClosed: Bool, until: Timestamp? = nil, why: ModeratePost.Why) {
    self.topic = topic
    self.isClosed = isClosed
    self.until = until
    self.why = why
  }

  /// True for rows of `topic` that take no replies: an hour that somebody set has its effect whether or not it was looked at.
  static func isClosed(at now: Timestamp) -> SQL {
    "(topic.locked_at IS NOT NULL AND (topic.locked_until IS NULL OR topic.locked_until > \(now)))"
  }

  /// Answers the act; nil where it was so already.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> ActID? {
    guard let head = try TopicHead.find(topic, for: actor.viewer, in: tx), !head.isDeleted else { throw ForumError.notFound }
    guard actor.may(.closeAny, in: head.categoryID) else { throw ForumError.forbidden(.notAllowed) }
    guard head.isLocked != isClosed else { return nil }
    try set(isClosed, until: until, by: actor.id, kind: isClosed ? .closed : .reopened, in: tx)
    let act = try tx.log(
      Act(
        isClosed ? .close : .open, by: .person(actor.id), rule: why.rule, category: head.categoryID, topic: topic, member: head.authorID,
        until: until, words: why.words.text, note: why.note.text))
    if head.authorID != actor.id { try Decision.tell(head.authorID, of: act, by: actor.id, in: tx) }
    return act
  }

  private func set(_ closed: Bool, until: Timestamp?, by actor: MemberID, kind: HistoryKind, in tx: Transaction) throws {
    try tx.run(
      "UPDATE topic SET locked_at = \(closed ? tx.now : nil), locked_until = \(closed ? until : nil) WHERE id = \(topic)")
    try tx.run(
      """
      INSERT INTO history_line (topic_id, after_number, kind, actor_id, at)
      SELECT id, last_number, \(kind), \(actor), \(tx.now) FROM topic WHERE id = \(topic)
      """)
  }

  /// Opens what was closed until now, whatever the hour it is looked at. Answers how many.
  @discardableResult package static func openDue(in tx: Transaction) throws -> Int {
    let due = try tx.all(
      """
      SELECT topic.id, (SELECT history_line.actor_id FROM history_line WHERE history_line.topic_id = topic.id AND history_line.kind = 'closed'
        ORDER BY history_line.id DESC LIMIT 1), topic.author_id
      FROM topic WHERE topic.locked_until IS NOT NULL AND topic.locked_until <= \(tx.now) ORDER BY topic.locked_until LIMIT 100
      """
    ) { row in (topic: try row.next(TopicID.self), closer: try row.next(MemberID?.self), author: try row.next(MemberID.self)) }
    for one in due {
      try CloseTopic(one.topic, isClosed: false, why: .silent())
        .set(false, until: nil, by: one.closer ?? one.author, kind: .reopenedByItself, in: tx)
      try tx.log(Act(.open, by: .machine, topic: one.topic, detail: "term over"))
    }
    return due.count
  }
}
