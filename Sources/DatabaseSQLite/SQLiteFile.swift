package import Database
import GRDB

/// A database file of one's own while it is being made: one connection, no log beside it, and no waiting for the disk. Whoever made it sees to
/// it that the file reaches the disk, as a whole, afterwards.
package final class SQLiteFile: Store {
  private let queue: DatabaseQueue
  private let clock: Clock

  /// Opens or makes the file. Throws ``DatabaseFault``.
  package init(path: String, clock: @escaping Clock) throws {
    var configuration = Configuration()
    configuration.label = "kindred file"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
          PRAGMA secure_delete = ON
          """)
    }
    self.clock = clock
    queue = try translatingFaults { try DatabaseQueue(path: path, configuration: configuration) }
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let now = clock()
    do {
      return try await queue.read { database in try body(Transaction(SQLiteConnection(database), now: now)) }
    } catch let error as GRDB.DatabaseError { throw DatabaseFault(error) }
  }

  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let now = clock()
    do {
      return try await queue.write { database in try body(Transaction(SQLiteConnection(database), now: now)) }
    } catch let error as GRDB.DatabaseError { throw DatabaseFault(error) }
  }

  /// Nobody waits for what happens in it.
  package func commits() -> AsyncStream<Void> { AsyncStream { $0.finish() } }

  package func close() async throws { try translatingFaults { try queue.close() } }
}
