/// A moment: milliseconds since 1970 in UTC, as stored by both engines.
package struct Timestamp: RawRepresentable, Sendable, Hashable, Comparable, SQLConvertible {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  /// For literals in rules and tests.
  package init(milliseconds: Int64) { rawValue = milliseconds }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.rawValue < b.rawValue }
  package static func + (a: Timestamp, b: Span) -> Timestamp { Timestamp(rawValue: a.rawValue + b.milliseconds) }
  package static func - (a: Timestamp, b: Span) -> Timestamp { Timestamp(rawValue: a.rawValue - b.milliseconds) }
  package static func - (a: Timestamp, b: Timestamp) -> Span { Span(milliseconds: a.rawValue - b.rawValue) }
}

/// A length of time in milliseconds, named in the units rules are written in.
package struct Span: Sendable, Hashable, Comparable {
  package let milliseconds: Int64
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1000) }
  package static func minutes(_ count: Int64) -> Span { .seconds(count * 60) }
  package static func hours(_ count: Int64) -> Span { .minutes(count * 60) }
  package static func days(_ count: Int64) -> Span { .hours(count * 24) }
  package static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
}
