package import Database

/// A week in UTC, from its Monday.
package struct Week: Sendable, Hashable, Comparable {
  /// Its first moment.
  package let start: Timestamp
  private static let length = Span.days(7).milliseconds
  /// The first Monday there is: 1970 began on a Thursday.
  static let origin = Span.days(4).milliseconds

  /// The week a moment lies in.
  package init(of moment: Timestamp) { self.init(number: (moment.rawValue - Self.origin) / Self.length) }

  /// By the number of weeks since the first Monday there is.
  init(number: Int64) { start = Timestamp(milliseconds: Self.origin + number * Self.length) }

  var number: Int64 { (start.rawValue - Self.origin) / Self.length }
  /// The first moment after it.
  var end: Timestamp { Timestamp(milliseconds: start.rawValue + Self.length) }

  package func advanced(by weeks: Int) -> Week { Week(number: number + Int64(weeks)) }
  package static func < (a: Week, b: Week) -> Bool { a.start < b.start }

  /// The number of the week a column of moments lies in.
  static func number(of column: SQL) -> SQL { "((\(column) - \(origin)) / \(length))" }
}
