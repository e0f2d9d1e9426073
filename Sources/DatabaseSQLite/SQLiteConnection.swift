import Database
import struct Database.SQL
import Foundation
import GRDB

/// A GRDB connection inside one transaction, spoken to in the house's own vocabulary.
final class SQLiteConnection: Connection {
  private let database: GRDB.Database
  init(_ database: GRDB.Database) { self.database = database }

  var dialect: Dialect { .sqlite }

  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws {
    try translatingFaults {
      let rows = try GRDB.Row.fetchCursor(prepare(sql))
      let columns = SQLiteColumns()
      while let row = try rows.next() {
        columns.row = row
        guard try each(columns) else { break }
      }
    }
  }

  func execute(_ sql: SQL) throws -> Int {
    try translatingFaults {
      try prepare(sql).execute()
      return database.changesCount
    }
  }

  private func prepare(_ sql: SQL) throws -> Statement {
    let (text, values) = sql.rendered(for: .sqlite)
    let statement = try database.cachedStatement(sql: text)
    statement.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
    return statement
  }
}

private final class SQLiteColumns: Columns {
  var row = GRDB.Row()
  func value(at index: Int) -> SQLValue {
    let value: DatabaseValue = row[index]
    return switch value.storage {
    case .null: .null(.text)
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob(let data): .bytes([UInt8](data))
    }
  }
}

extension SQLValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    case .boolean(let flag): flag.databaseValue
    }
  }
}
