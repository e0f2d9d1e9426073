import Database
import Synchronization

/// A Store on a disk that fails as long as a test says so.
struct TroubledStore: Store {
  let store: any Store
  let trouble: Trouble

  final class Trouble: Sendable {
    private let now = Mutex<(fault: DatabaseFault, reading: Bool)?>(nil)
    func begin(_ fault: DatabaseFault, reading: Bool) { now.withLock { $0 = (fault, reading) } }
    func end() { now.withLock { $0 = nil } }
    fileprivate func check(reading: Bool) throws {
      try now.withLock { if let now = $0, now.reading || !reading { throw now.fault } }
    }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try trouble.check(reading: true)
    return try await store.read(body)
  }
  @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try trouble.check(reading: false)
    return try await store.write(body)
  }
  func commits() -> AsyncStream<Void> { store.commits() }
  func close() async throws { try await store.close() }
}
