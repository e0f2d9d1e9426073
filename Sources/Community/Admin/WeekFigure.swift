package import Database

/// What is counted of each week. What would make it say more than is true is left out: spam and everything hidden or removed, what was imported, and
/// questions that the company asked itself.
package enum WeekFigure: String, Sendable, CaseIterable {
  /// Questions asked.
  case questions
  /// Of these, how many somebody else had answered within a day.
  case answered
  /// Of these, how many are solved by now.
  case solved
  /// Of the answers that solved them, how many a member wrote, rather than the company.
  case byMembers
  /// Members who read here while signed in.
  case active
  /// Of those who joined, how many read here on another day too.
  case cameBack

  /// Whether it is a number of a whole, rather than a number alone.
  package var isShare: Bool { ![.questions, .active].contains(self) }
}

/// What one week came to.
package struct WeekCount: Sendable, Equatable {
  package let week: Week
  package let counted: Int
  /// Nil where it is a number alone.
  package let ofAll: Int?
}

/// What the last weeks came to, for those who run the place.
package struct WeekNumbers: Sendable {
  /// Half a year.
  package static let weeks = 26
  /// The running week.
  package let running: Week
  /// By figure, oldest first; a week that nobody counted is not there.
  package let counts: [WeekFigure: [WeekCount]]

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func load(for actor: Actor, in tx: Transaction) throws -> WeekNumbers {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let running = Week(of: tx.now)
    let rows = try tx.all(
      """
      SELECT week, figure, counted, of_all FROM week_figure WHERE week > \(running.advanced(by: -weeks).start) ORDER BY week
      """
    ) { row in
      let week = Week(of: try row.next())
      return (WeekFigure(rawValue: try row.next()), WeekCount(week: week, counted: try row.next(), ofAll: try row.next()))
    }
    var counts: [WeekFigure: [WeekCount]] = [:]
    for case (let figure?, let count) in rows { counts[figure, default: []].append(count) }
    return WeekNumbers(running: running, counts: counts)
  }
}
