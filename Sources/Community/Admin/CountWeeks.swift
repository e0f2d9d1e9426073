package import Database

/// Counts what the last weeks came to. A question may be solved weeks after it was asked, so the latest weeks are counted anew each time; older ones stay
/// as they were counted.
package struct CountWeeks: Sendable {
  /// How many weeks before the running one are counted anew.
  static let counted = 5
  private let rows: [Row]

  private struct Row: Sendable {
    let week: Week
    let figure: WeekFigure
    let counted: Int
    let ofAll: Int?
  }

  /// Reads what there is; ``write(in:)`` keeps it. Two steps, so that no writer waits for the counting.
  package static func read(in tx: Transaction) throws -> CountWeeks {
    let running = Week(of: tx.now)
    let last: Timestamp? = try tx.value(
      "SELECT week FROM week_figure WHERE figure = \(WeekFigure.questions.rawValue) ORDER BY week DESC LIMIT 1")
    let oldest = running.advanced(by: 1 - WeekNumbers.weeks)
    let from = max(last.map { Week(of: $0).advanced(by: -counted) } ?? oldest, oldest)
    var found: [WeekFigure: [Int64: (counted: Int, ofAll: Int?)]] = [:]
    for (week, asked, answered, solved) in try questions(from, running, in: tx) {
      found[.questions, default: [:]][week] = (asked, nil)
      found[.answered, default: [:]][week] = (answered, asked)
      found[.solved, default: [:]][week] = (solved, asked)
    }
    for (week, byMembers, all) in try answers(from, running, in: tx) { found[.byMembers, default: [:]][week] = (byMembers, all) }
    for (week, back, joined) in try newcomers(from, running, in: tx) { found[.cameBack, default: [:]][week] = (back, joined) }
    var rows: [Row] = []
    for number in from.number...running.number {
      for figure in WeekFigure.allCases where figure != .active {
        let count = found[figure]?[number]
        rows.append(
          Row(week: Week(number: number), figure: figure, counted: count?.counted ?? 0, ofAll: figure.isShare ? count?.ofAll ?? 0 : nil))
      }
    }
    rows.append(Row(week: running, figure: .active, counted: try active(in: running, in: tx), ofAll: nil))
    return CountWeeks(rows: rows)
  }

  package func write(in tx: Transaction) throws {
    for row in rows {
      // Of active members only the last day is known, so their number cannot be counted later: it grows while its week runs, and stays.
      let grown: SQL =
        row.figure == .active
        ? "CASE WHEN week_figure.counted > excluded.counted THEN week_figure.counted ELSE excluded.counted END" : "excluded.counted"
      try tx.run(
        """
        INSERT INTO week_figure (week, figure, counted, of_all) VALUES (\(row.week.start), \(row.figure.rawValue), \(row.counted), \(row.ofAll))
        ON CONFLICT (week, figure) DO UPDATE SET counted = \(grown), of_all = excluded.of_all
        """)
    }
  }

  /// Whoever is not of the company.
  private static let ofMembers: SQL = "NOT member.role \(anyOf: Role.allCases.filter(\.isOfTheCompany).map(\.rawValue))"

  /// Questions that count, in the weeks from one to another.
  private static func countable(_ from: Week, _ to: Week) -> SQL {
    """
    topic.kind = \(TopicKind.question) AND topic.created_at >= \(from.start) AND topic.created_at < \(to.end) AND NOT topic.hidden
      AND topic.deleted_at IS NULL AND topic.id NOT IN (SELECT local_id FROM external_id WHERE kind = \(ImportSource.Kind.topic))
    """
  }

  private static func questions(
    _ from: Week, _ to: Week, in tx: Transaction
  ) throws -> [(week: Int64, asked: Int, answered: Int, solved: Int)] {
    try tx.all(
      """
      SELECT \(Week.number(of: "topic.created_at")) AS week, count(*),
        count(CASE WHEN EXISTS (
          SELECT 1 FROM post WHERE post.topic_id = topic.id AND post.number > 1 AND post.author_id <> topic.author_id AND NOT post.hidden
            AND post.deleted_at IS NULL AND post.created_at <= topic.created_at + \(Span.days(1).milliseconds)) THEN 1 END),
        count(CASE WHEN topic.accepted_count > 0 OR topic.solved_at IS NOT NULL THEN 1 END)
      FROM topic JOIN member ON member.id = topic.author_id WHERE \(countable(from, to)) AND \(ofMembers) GROUP BY week
      """
    ) { row in (try row.next(), try row.next(), try row.next(), try row.next()) }
  }

  /// The answers that solved the questions of each week.
  private static func answers(_ from: Week, _ to: Week, in tx: Transaction) throws -> [(week: Int64, byMembers: Int, all: Int)] {
    try tx.all(
      """
      SELECT \(Week.number(of: "topic.created_at")) AS week, count(CASE WHEN \(ofMembers) THEN 1 END), count(*)
      FROM acceptance JOIN topic ON topic.id = acceptance.topic_id JOIN post ON post.id = acceptance.post_id
        JOIN member ON member.id = post.author_id
      WHERE \(countable(from, to)) GROUP BY week
      """
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  private static func newcomers(_ from: Week, _ to: Week, in tx: Transaction) throws -> [(week: Int64, back: Int, joined: Int)] {
    try tx.all(
      """
      SELECT \(Week.number(of: "member.created_at")) AS week, count(CASE WHEN member.active_days > 1 THEN 1 END), count(*)
      FROM member WHERE member.created_at >= \(from.start) AND member.created_at < \(to.end) AND NOT member.imported AND \(ofMembers)
        AND \(isNotSentAway(tx.now)) GROUP BY week
      """
    ) { row in (try row.next(), try row.next(), try row.next()) }
  }

  private static func active(in week: Week, in tx: Transaction) throws -> Int {
    let day = Span.days(1).milliseconds
    return try tx.value(
      """
      SELECT count(*) FROM member WHERE member.active_on >= \(week.start.rawValue / day) AND member.active_on < \(week.end.rawValue / day)
        AND \(ofMembers) AND \(isNotSentAway(tx.now))
      """) ?? 0
  }

  private static func isNotSentAway(_ now: Timestamp) -> SQL { "(member.suspended_until IS NULL OR member.suspended_until <= \(now))" }
}
