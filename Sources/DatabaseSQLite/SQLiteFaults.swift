import Database
import GRDB

/// Runs `body` and answers GRDB's errors in the Store's vocabulary.
func translatingFaults<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as GRDB.DatabaseError { throw DatabaseFault(error) }
}

extension DatabaseFault {
  init(_ error: GRDB.DatabaseError) {
    let message = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_CONSTRAINT: .constraint(Constraint(error.extendedResultCode), what: message)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .diskFull
      case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY: .ioFailed(message)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt(message)
      default: .statement("\(message) in \(error.sql ?? "?")")
      }
  }
}

extension DatabaseFault.Constraint {
  fileprivate init(_ code: ResultCode) {
    self =
      switch code {
      case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
      case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
      case .SQLITE_CONSTRAINT_CHECK: .check
      case .SQLITE_CONSTRAINT_NOTNULL: .notNull
      default: .other
      }
  }
}
