/// What an engine offers of its current row.
package protocol Columns: AnyObject {
  /// The value in column `index`, counted from 0.
  func value(at index: Int) -> SQLValue
}

/// One row, read column by column in the order of the SELECT.
package struct Row {
  private let columns: any Columns
  private var index = 0
  package init(_ columns: any Columns) { self.columns = columns }

  /// The next column. Throws ``DatabaseFault/unexpectedValue(column:expected:)`` when it holds another type.
  package mutating func next<T: SQLConvertible>(_ type: T.Type = T.self) throws -> T {
    let value = columns.value(at: index)
    index += 1
    guard let converted = T(sqlValue: value) else { throw DatabaseFault.unexpectedValue(column: index - 1, expected: "\(T.self)") }
    return converted
  }
}

/// A value made from one row, its columns in the order of its `init`.
package protocol SQLRow: Sendable {
  init(_ row: inout Row) throws
}
