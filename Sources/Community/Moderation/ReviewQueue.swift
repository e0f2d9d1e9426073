package import Database

/// What waits for a person, as a list: where somebody may be in danger first, then what weighs most, then what waits longest.
package enum ReviewQueue {
  package static let most = 100
  package static let mostCounted = 1_000
  /// So long something stays with who took it.
  static let claimLasts = Span.minutes(10)

  /// What the actor may decide on. Throws ``ForumError/notFound`` for who decides on nothing.
  package static func open(for actor: Actor, sharing evidence: (kind: String, value: String)? = nil, in tx: Transaction) throws
    -> [ReviewRow]
  {
    let shared: SQL =
      evidence.map {
        """
        EXISTS (SELECT 1 FROM review_evidence shared WHERE shared.kind = \($0.kind) AND shared.value = \($0.value)
          AND shared.review_id = review.id)
        """
      } ?? "TRUE"
    return try tx.all(
      """
      \(ReviewRow.select) WHERE review.settled_at IS NULL AND \(isTheirs(actor)) AND \(shared)
      ORDER BY \(ReviewRow.isDanger) DESC, review.weight DESC, review.opened_at, review.id LIMIT \(evidence == nil ? most : DecideMany.most)
      """)
  }

  /// How many wait for the actor, and how many of those are accounts nobody has looked at yet; counted up to ``mostCounted``.
  package static func count(for actor: Actor, in tx: Transaction) throws -> (all: Int, accounts: Int) {
    let counted = try tx.first(
      """
      SELECT count(*), coalesce(sum(is_account), 0) FROM (
        SELECT CASE WHEN review.cause = 'held' AND review.member_id IS NOT NULL THEN 1 ELSE 0 END AS is_account
        \(ReviewRow.from) WHERE review.settled_at IS NULL AND \(isTheirs(actor)) LIMIT \(mostCounted)) AS counted
      """
    ) { row in (all: try row.next(Int.self), accounts: try row.next(Int.self)) }
    return counted ?? (0, 0)
  }

  /// One of them. Nil for what is not theirs to decide on.
  static func find(_ review: ReviewID, for actor: Actor, in tx: Transaction) throws -> ReviewRow? {
    try tx.first("\(ReviewRow.select) WHERE review.id = \(review) AND \(isTheirs(actor))")
  }

  /// True for rows of ``ReviewRow/from`` the actor decides on: of posts in categories they look after; of all else whoever looks after the whole
  /// site. What is about themselves, and a second look at their own act, is for somebody else, where there is somebody.
  static func isTheirs(_ actor: Actor) -> SQL {
    let others: SQL = """
      EXISTS (SELECT 1 FROM member other JOIN role_action ON role_action.role = other.role AND role_action.action = 'decide'
        WHERE other.id <> \(actor.id) AND other.suspended_until IS NULL)
      """
    return """
      (CASE WHEN topic.id IS NULL THEN \(actor.may(.decide)) ELSE \(Visibility.lookedAfter(by: actor.viewer)) END)
      AND NOT ((coalesce(act.actor_id, 0) = \(actor.id) OR coalesce(author.id, 0) = \(actor.id)) AND \(others))
      """
  }
}

/// One thing that waits, in a line.
package struct ReviewRow: Sendable, SQLRow {
  package let id: ReviewID
  package let cause: ReviewCause
  package let rule: ActRule
  package let weight: Int
  package let openedAt: Timestamp
  package let dueAt: Timestamp
  package let isSettled: Bool
  package let settledBy: String?
  /// Who has it in hand, and since when.
  package let claim: (member: MemberID, name: String, at: Timestamp)?
  package let post: PostID?
  package let part: PartID?
  package let member: MemberID?
  package let act: ActID?
  package let category: CategoryID?
  package let title: String?
  package let text: String
  package let reportCount: Int
  package let reason: ReportReason?
  /// Whether a person said that somebody may be in danger.
  package let isDanger: Bool
  package let author: MemberBadge?

  package init(_ row: inout Row) throws {
    id = try row.next()
    cause = try row.next()
    rule = try row.next()
    weight = try row.next()
    openedAt = try row.next()
    dueAt = try row.next()
    isSettled = try row.next()
    settledBy = try row.next()
    let (claimer, name, at): (MemberID?, String?, Timestamp?) = (try row.next(), try row.next(), try row.next())
    claim = if let claimer, let name, let at { (claimer, name, at) } else { nil }
    post = try row.next()
    part = try row.next()
    member = try row.next()
    act = try row.next()
    category = try row.next()
    title = try row.next()
    text = try row.next()
    reportCount = try row.next()
    reason = try row.next()
    isDanger = try row.next()
    let isKnown: Bool = try row.next()
    author = isKnown ? try MemberBadge(&row) : nil
  }

  static var from: SQL {
    """
    FROM review
    LEFT JOIN act ON act.id = review.act_id
    LEFT JOIN post ON post.id = coalesce(review.post_id, act.post_id)
    LEFT JOIN topic ON topic.id = coalesce(post.topic_id, act.topic_id)
    LEFT JOIN conversation_part part ON part.id = review.part_id
    LEFT JOIN member author ON author.id = coalesce(post.author_id, part.author_id, review.member_id, act.member_id)
    LEFT JOIN member claimer ON claimer.id = review.claimed_by
    LEFT JOIN member settler ON settler.id = review.settled_by
    """
  }

  /// True for rows of `review` that a person reported as a danger; what a program seems to have sent weighs nothing and tops nothing.
  static var isDanger: SQL {
    "EXISTS (SELECT 1 FROM report WHERE report.review_id = review.id AND report.reason = 'danger' AND report.weight > 0)"
  }

  static var select: SQL {
    """
    SELECT review.id, review.cause, review.rule, review.weight, review.opened_at, review.due_at, review.settled_at IS NOT NULL, settler.name,
      claimer.id, claimer.name, review.claimed_at, review.post_id, review.part_id, review.member_id, review.act_id, topic.category_id,
      topic.title, substr(coalesce(post.body, part.body, author.bio, ''), 1, 400),
      (SELECT count(*) FROM report WHERE report.review_id = review.id),
      (SELECT report.reason FROM report WHERE report.review_id = review.id ORDER BY report.weight DESC, report.id LIMIT 1),
      \(isDanger), author.id IS NOT NULL, \(MemberBadge.columns("author"))
    \(from)
    """
  }
}
