package import Database
import Dispatch
import Synchronization

/// One moment of a PostgreSQL database for whoever reads longer than one read may last: a Store that shows what had been committed when it was
/// made, whatever is written meanwhile, and that refuses to be written.
package final class PostgresMoment: Store {
  private let connection: Mutex<PostgresConnection?>
  private let queue = DispatchQueue(label: "kindred.moment")
  private let now: Timestamp

  /// Throws ``DatabaseFault/unreachable(_:mayHaveChanged:)``, and ``DatabaseFault/busy`` while another program is alone with the database.
  package init(address: String, clock: Clock) throws {
    now = clock()
    let connection = try PostgresConnection(address, isPresent: true)
    try connection.command("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0")
    try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    // The moment is that of the first statement.
    try connection.command("SELECT 1")
    self.connection = Mutex(connection)
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [self] in
        continuation.resume(with: Result { try connection.withLock { kept in try Self.perform(body, now, &kept) } })
      }
    }
  }

  private static func perform<T>(_ body: (Transaction) throws -> T, _ now: Timestamp, _ kept: inout PostgresConnection?) throws -> T {
    guard let connection = kept else { throw DatabaseFault.closed }
    return try body(Transaction(connection, now: now))
  }

  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    throw DatabaseFault.statement("a moment cannot be changed")
  }

  /// Nothing happens in it.
  package func commits() -> AsyncStream<Void> { AsyncStream { $0.finish() } }

  package func close() async throws { connection.withLock { $0 = nil } }
}
