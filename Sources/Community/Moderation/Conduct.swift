package import Database

/// What was done to keep order, for everybody: numbers by month, act and rule. What happened seldom is counted together, so that no number is a
/// person.
package struct Conduct: Sendable {
  /// Less often than this in a month, and it is counted with others.
  package static let least = 5
  private static let months = 6
  private static let counted: [ActKind] = [.hide, .delete, .mask, .close, .warn, .silence, .suspend, .hold]

  /// The first moment of it, in UTC.
  package let month: Timestamp
  package let lines: [Line]
  /// How often all else was done.
  package let others: Int

  package struct Line: Sendable, Equatable {
    package let kind: ActKind
    package let rule: ActRule
    package let count: Int
  }

  /// The newest months in which anything was done.
  package static func load(in tx: Transaction) throws -> [Conduct] {
    var (year, month) = civilMonth(of: tx.now)
    var found: [Conduct] = []
    var end = Timestamp(milliseconds: .max)
    for _ in 0..<months {
      let start = firstMoment(year, month)
      let lines = try tx.all(
        """
        SELECT kind, rule, count(*) FROM act WHERE at >= \(start) AND at < \(end) AND kind \(anyOf: counted.map(\.rawValue))
        GROUP BY kind, rule ORDER BY count(*) DESC, kind, rule
        """
      ) { Line(kind: try $0.next(), rule: try $0.next(), count: try $0.next()) }
      let seldom = lines.filter { $0.count < least }.reduce(0) { $0 + $1.count }
      if !lines.isEmpty { found.append(Conduct(month: start, lines: lines.filter { $0.count >= least }, others: seldom)) }
      end = start
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    }
    return found
  }

  /// Days since 1970 in the calendar: the year begins in March, so that a leap day ends it.
  private static func civilMonth(of moment: Timestamp) -> (year: Int64, month: Int64) {
    let days = moment.rawValue / 86_400_000 + 719_468
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let civil = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civil <= 2 ? 1 : 0), civil)
  }

  private static func firstMoment(_ year: Int64, _ month: Int64) -> Timestamp {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    return Timestamp(milliseconds: (era * 146_097 + ofEra - 719_468) * 86_400_000)
  }
}
