/// An engine's open connection inside one transaction.
package protocol Connection: AnyObject {
  /// Which SQL to write out.
  var dialect: Dialect { get }
  /// Runs a statement and hands over each row; `each` answers false to stop early.
  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws
  /// Runs a statement without rows; the number of rows it changed.
  func execute(_ sql: SQL) throws -> Int
}

/// A transaction: synchronous SQL at one moment. It never leaves the closure that received it, and nothing can await inside.
package struct Transaction {
  /// The moment of this transaction; rules take the time from here, never from a clock.
  package let now: Timestamp
  let connection: any Connection

  package init(_ connection: any Connection, now: Timestamp) {
    self.connection = connection
    self.now = now
  }

  /// Every row of a query.
  package func all<T>(_ sql: SQL, _ make: (inout Row) throws -> T) throws -> [T] {
    var values: [T] = []
    try connection.query(sql) { columns in
      var row = Row(columns)
      values.append(try make(&row))
      return true
    }
    return values
  }

  /// Every row of a query as values.
  package func all<T: SQLRow>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] { try all(sql) { try T(&$0) } }

  /// The first row, if any.
  package func first<T>(_ sql: SQL, _ make: (inout Row) throws -> T) throws -> T? {
    var value: T?
    try connection.query(sql) { columns in
      var row = Row(columns)
      value = try make(&row)
      return false
    }
    return value
  }

  /// The first row as a value, if any.
  package func first<T: SQLRow>(_ sql: SQL, as type: T.Type = T.self) throws -> T? { try first(sql) { try T(&$0) } }

  /// The first column of every row.
  package func values<T: SQLConvertible>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] { try all(sql) { try $0.next() } }

  /// The first column of the first row, if any.
  package func value<T: SQLConvertible>(_ sql: SQL, as type: T.Type = T.self) throws -> T? { try first(sql) { try $0.next() } }

  /// Whether a query has any row.
  package func exists(_ sql: SQL) throws -> Bool {
    var found = false
    try connection.query(sql) { _ in
      found = true
      return false
    }
    return found
  }

  /// Runs a statement that returns no rows; the number of rows it changed.
  @discardableResult package func run(_ sql: SQL) throws -> Int { try connection.execute(sql) }
}
