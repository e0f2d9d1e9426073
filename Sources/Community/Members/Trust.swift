package import Database

/// How far somebody has come here, with the facts it rests on; nobody sets it by hand.
package struct Trust: Sendable, Equatable {
  /// The three steps, in order.
  package enum Step: String, Sendable, CaseIterable { case new, settled, trusted }

  package static let neededDays = 30
  package static let neededAccepted = 5
  package static let neededThanked = 10
  package static let flagCounts = Span.days(90)
  private static let neededPosts = 2

  package let isPastFirstDay: Bool
  /// Posts left standing, counted up to two.
  package let posts: Int
  package let activeDays: Int
  /// Answers that somebody else accepted, counted up to ``neededAccepted``.
  package let accepted: Int
  /// Answers and replies that somebody gave a vote, counted up to ``neededThanked``.
  package let thanked: Int
  /// Whether a decision of the last ninety days went against something they wrote or did.
  package let hasUpheldFlag: Bool

  package var step: Step {
    guard isPastFirstDay, posts >= Self.neededPosts else { return .new }
    let isKnown = activeDays >= Self.neededDays && (accepted >= Self.neededAccepted || thanked >= Self.neededThanked)
    return isKnown && !hasUpheldFlag ? .trusted : .settled
  }

  /// Asked when something depends on it, not with every page. Nil where there is no such member.
  package static func of(_ member: MemberID, in tx: Transaction) throws -> Trust? {
    try tx.first(
      """
      SELECT member.created_at <= \(tx.now - .hours(24)), \(counted(written, upTo: neededPosts)), member.active_days,
        \(counted("\(written) AND \(isAccepted)", upTo: neededAccepted)),
        \(counted("\(written) AND post.kind IN ('answer', 'reply') AND post.vote_count + post.imported_votes > 0", upTo: neededThanked)),
        \(hasUpheldFlag(since: tx.now - flagCounts))
      FROM member WHERE member.id = \(member)
      """)
  }

  private static let written: SQL =
    "post.author_id = member.id AND post.deleted_at IS NULL AND NOT post.hidden AND topic.deleted_at IS NULL AND NOT topic.hidden"

  /// Who accepts their own answer shows nothing by it.
  private static let isAccepted: SQL =
    """
    EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id
      AND (acceptance.member_id IS NULL OR acceptance.member_id <> post.author_id))
    """

  /// What was taken back since counts no more.
  private static func hasUpheldFlag(since start: Timestamp) -> SQL {
    """
    EXISTS (SELECT 1 FROM act WHERE \(Act.isAbout("member.id")) AND act.at > \(start)
      AND act.kind IN ('hide', 'delete', 'mask', 'warn', 'silence', 'suspend') AND (act.actor_id IS NULL OR act.actor_id <> member.id)
      AND NOT EXISTS (SELECT 1 FROM act undoing WHERE undoing.undoes = act.id))
    """
  }

  private static func counted(_ condition: SQL, upTo most: Int) -> SQL {
    """
    (SELECT count(*) FROM (SELECT 1 FROM post JOIN topic ON topic.id = post.topic_id WHERE \(condition) LIMIT \(most)) AS counted)
    """
  }
}

extension Trust: SQLRow {
  package init(_ row: inout Row) throws {
    isPastFirstDay = try row.next()
    posts = try row.next()
    activeDays = try row.next()
    accepted = try row.next()
    thanked = try row.next()
    hasUpheldFlag = try row.next()
  }
}
