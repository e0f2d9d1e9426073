package import Database
import Foundation
import GRDB

/// The embedded database: one file, many readers, one writer that commits in groups.
package final class SQLiteStore: Store {
  private let pool: DatabasePool
  private let writes: CommitQueue
  private let ticks: CommitTicks
  private let clock: Clock

  /// Opens or creates the file.
  /// Throws ``DatabaseFault/corrupt(_:)`` when it is not a sound database; it is never overwritten.
  package init(path: String, readers: Int = 8, clock: @escaping Clock) throws {
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    configuration.persistentReadOnlyConnections = true
    configuration.busyMode = .timeout(5)
    configuration.label = "kindred"
    configuration.prepareDatabase { database in
      // What is removed is overwritten: an erased person is not to be found in the file's free pages.
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA secure_delete = ON")
    }
    self.clock = clock
    pool = try translatingFaults {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // GRDB sets NORMAL on the writer after `prepareDatabase`: an acknowledged write must survive a power cut, so FULL comes last.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
    ticks = CommitTicks()
    let writer = SQLiteWriter(pool: pool, ticks: ticks, clock: clock)
    writes = CommitQueue { group, _ in writer.commit(group) }
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let now = clock()
    do {
      return try await pool.read { database in try body(Transaction(SQLiteConnection(database), now: now)) }
    } catch let error as GRDB.DatabaseError { throw DatabaseFault(error) }
  }

  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await writes.perform(body)
  }

  package func commits() -> AsyncStream<Void> { ticks.stream() }

  /// Moves the log of writes into the file, where what was removed is overwritten, and makes it empty.
  package func forgetRemoved() async throws {
    try translatingFaults { try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
  }

  package func close() async throws {
    await writes.close()
    ticks.finish()
    try translatingFaults { try pool.close() }
  }

  /// What the writer answers to a PRAGMA; for checks that must see the writer's own connection.
  package func writerPragma(_ name: PragmaName) throws -> String {
    try translatingFaults {
      try pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name.rawValue)") ?? "" }
    }
  }

  /// The checks that may be read from the writer.
  package enum PragmaName: String, Sendable {
    case synchronous, journalMode = "journal_mode", foreignKeys = "foreign_keys"
    case integrityCheck = "integrity_check", quickCheck = "quick_check", foreignKeyCheck = "foreign_key_check"
  }
}
