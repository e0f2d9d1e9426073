import Synchronization

@testable import Database

/// Every statement a forum runs, in order, for tests of what pages ask.
final class Overheard: Sendable {
  private let heard = Mutex<[SQL]>([])
  var statements: [SQL] { heard.withLock { $0 } }
  var texts: [String] { statements.map { $0.rendered(for: .sqlite).text } }
  func forget() { heard.withLock { $0 = [] } }
  fileprivate func add(_ sql: SQL) { heard.withLock { $0.append(sql) } }

  /// A Store that does what `store` does and is overheard.
  func listening(to store: any Store) -> any Store { ListeningStore(store: store, ear: self) }
}

private struct ListeningStore: Store {
  let store: any Store
  let ear: Overheard

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await store.read { [ear] tx in try body(Transaction(ListeningConnection(tx.connection, ear), now: tx.now)) }
  }
  @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await store.write { [ear] tx in try body(Transaction(ListeningConnection(tx.connection, ear), now: tx.now)) }
  }
  func commits() -> AsyncStream<Void> { store.commits() }
  func close() async throws { try await store.close() }
}

private final class ListeningConnection: Connection {
  private let inner: any Connection
  private let ear: Overheard
  init(_ inner: any Connection, _ ear: Overheard) {
    self.inner = inner
    self.ear = ear
  }
  var dialect: Dialect { inner.dialect }
  func query(_ sql: SQL, each: (any Columns) throws -> Bool) throws {
    ear.add(sql)
    try inner.query(sql, each: each)
  }
  func execute(_ sql: SQL) throws -> Int {
    ear.add(sql)
    return try inner.execute(sql)
  }
}
