import Synchronization

/// The statements that took long since the start, without their values.
package final class SlowStatements: Sendable {
  /// One of them, however often it was slow.
  package struct Entry: Sendable, Equatable {
    package let text: String
    package var times: Int
    /// In microseconds.
    package var longest: Int64
  }
  /// What is slow, in microseconds.
  package static let slow: Int64 = 100_000
  /// How many different ones are remembered: those that took longest.
  static let most = 50
  private let stopwatch: @Sendable () -> Int64
  private let entries = Mutex<[String: Entry]>([:])

  /// `stopwatch` counts microseconds and never jumps.
  package init(stopwatch: @escaping @Sendable () -> Int64) { self.stopwatch = stopwatch }

  /// Slowest first.
  package var list: [Entry] {
    entries.withLock { $0.values.sorted { ($0.longest, $1.text) > ($1.longest, $0.text) } }
  }

  fileprivate func measure<T>(_ sql: SQL, _ dialect: Dialect, _ run: () throws -> T) rethrows -> T {
    let start = stopwatch()
    defer {
      let took = stopwatch() - start
      if took >= Self.slow { note(sql.rendered(for: dialect).text, took) }
    }
    return try run()
  }

  private func note(_ text: String, _ took: Int64) {
    let text = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    entries.withLock { entries in
      var entry = entries[text] ?? Entry(text: text, times: 0, longest: 0)
      entry.times += 1
      entry.longest = max(entry.longest, took)
      entries[text] = entry
      if entries.count > Self.most, let least = entries.values.min(by: { $0.longest < $1.longest }) { entries[least.text] = nil }
    }
  }
}

extension Transaction {
  /// The same transaction, whose statements are timed.
  package func watched(by slow: SlowStatements) -> Transaction { Transaction(WatchedConnection(connection, slow), now: now) }
}

private final class WatchedConnection: Connection {
  private let connection: any Connection
  private let slow: SlowStatements

  init(_ connection: any Connection, _ slow: SlowStatements) {
    self.connection = connection
    self.slow = slow
  }

  var dialect: Dialect { connection.dialect }
  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws {
    try slow.measure(sql, dialect) { try connection.query(sql, each: each) }
  }
  func execute(_ sql: SQL) throws -> Int { try slow.measure(sql, dialect) { try connection.execute(sql) } }
}
