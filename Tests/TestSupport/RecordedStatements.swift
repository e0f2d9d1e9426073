import Foundation
import Synchronization

@testable import Database

/// Notes every statement that a test's Store runs, once each, in the file that `TEST_STATEMENTS` names: so that a run on an engine can be
/// asked which of the program's statements it has never prepared.
final class RecordedStatements: Sendable {
  static let ofThisRun = ProcessInfo.processInfo.environment["TEST_STATEMENTS"].flatMap(RecordedStatements.init)

  private let file: FileHandle
  private let known = Mutex<Set<String>>([])

  private init?(path: String) {
    if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    guard let file = FileHandle(forWritingAtPath: path) else { return nil }
    _ = try? file.seekToEnd()
    self.file = file
  }

  /// The same transaction, overheard.
  func overhearing(_ tx: Transaction) -> Transaction { Transaction(OverheardConnection(tx.connection, self), now: tx.now) }

  fileprivate func note(_ sql: SQL, _ dialect: Dialect) {
    // Whitespace is nobody's; a statement is a line.
    let text = sql.rendered(for: dialect).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    known.withLock { known in
      guard known.insert(text).inserted else { return }
      file.write(Data((text + "\n").utf8))
    }
  }
}

private final class OverheardConnection: Connection {
  private let connection: any Connection
  private let statements: RecordedStatements
  init(_ connection: any Connection, _ statements: RecordedStatements) { (self.connection, self.statements) = (connection, statements) }

  var dialect: Dialect { connection.dialect }
  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws {
    try connection.query(sql, each: each)
    statements.note(sql, dialect)
  }
  func execute(_ sql: SQL) throws -> Int {
    let changed = try connection.execute(sql)
    statements.note(sql, dialect)
    return changed
  }
}
