package import Database

/// A PostgreSQL server: many readers, one writer that commits in groups. The address is a connection string of libpq, whose words about TLS,
/// hosts and passwords count.
package final class PostgresStore: Store {
  private let readers: PostgresReaders
  private let writer: PostgresWriter
  private let writes: CommitQueue
  private let ticks = CommitTicks()
  private let clock: Clock
  private let hold: PostgresHold?

  /// Connects when it is first asked for something, and again whenever the server has gone away. With a `hold` it is the one program that
  /// may.
  package init(address: String, readers: Int = 8, under hold: PostgresHold? = nil, clock: @escaping Clock) {
    self.clock = clock
    self.hold = hold
    let connect: @Sendable () throws -> PostgresConnection = { try PostgresConnection(address, isPresent: hold == nil) }
    self.readers = PostgresReaders(count: readers, connect)
    let writer = PostgresWriter(connect, ticks: ticks, clock: clock)
    self.writer = writer
    writes = CommitQueue { group, line in writer.commit(group, whileLost: line.failWaiting) }
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await readers.read(now: clock(), body)
  }

  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await writes.perform(body)
  }

  package func commits() -> AsyncStream<Void> { ticks.stream() }

  package func close() async throws {
    await writes.close()
    ticks.finish()
    writer.close()
    readers.close()
  }
}
