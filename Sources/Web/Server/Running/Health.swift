package import Community
package import Database
import Synchronization

/// What the server knows about its own state; asked by `/readyz`.
package final class Health: Sendable {
  private struct State {
    var isStopping = false
    var isStarted = false
    var lastWriteFault: DatabaseFault?
  }
  private let state = Mutex(State())
  private let reactionStates = Mutex<@Sendable () async -> [ReactionState]>({ [] })
  /// The statements that took long.
  let statements: SlowStatements

  /// `stopwatch` counts microseconds and never jumps.
  package init(stopwatch: @escaping @Sendable () -> Int64) { statements = SlowStatements(stopwatch: stopwatch) }

  /// Says how to ask how far the reactions to events have come.
  package func watch(reactions: @escaping @Sendable () async -> [ReactionState]) { reactionStates.withLock { $0 = reactions } }
  func reactions() async -> [ReactionState] { await reactionStates.withLock { $0 }() }

  /// Requests may come.
  package func started() { state.withLock { $0.isStarted = true } }
  /// No new requests should come: said before the doors close, so that whoever balances the load looks elsewhere.
  package func stopping() { state.withLock { $0.isStopping = true } }

  /// Why nobody should send requests; nil when all is well.
  var refusal: String? {
    state.withLock { state in
      if state.isStopping { return "stopping" }
      if !state.isStarted { return "starting" }
      return state.lastWriteFault.map { "the last write failed: \($0.words)" }
    }
  }

  var lastWriteFailed: Bool { state.withLock { $0.lastWriteFault != nil } }
  func wrote() { state.withLock { if $0.lastWriteFault != nil { $0.lastWriteFault = nil } } }
  func failedToWrite(_ fault: DatabaseFault) { state.withLock { $0.lastWriteFault = fault } }
}

extension DatabaseFault {
  /// Whether the place the data lies on is to blame, rather than a statement.
  var isOfThePlace: Bool {
    switch self {
    case .diskFull, .ioFailed, .corrupt, .unreachable: true
    default: false
    }
  }
  /// For operators, without anything of the data.
  var words: String {
    switch self {
    case .diskFull: "the disk is full"
    case .ioFailed: "the disk does not answer"
    case .corrupt: "the database is damaged"
    default: "the database does not answer"
    }
  }
}

/// A Store that tells ``Health`` how its writes went, and which statements took long.
package struct WatchedStore: Store {
  private let store: any Store
  private let health: Health
  package init(_ store: any Store, _ health: Health) {
    self.store = store
    self.health = health
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await store.read { [statements = health.statements] tx in try body(tx.watched(by: statements)) }
  }

  package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    do {
      let value = try await store.write { [statements = health.statements] tx in try body(tx.watched(by: statements)) }
      health.wrote()
      return value
    } catch let fault as DatabaseFault where fault.isOfThePlace {
      health.failedToWrite(fault)
      throw fault
    }
  }

  package func commits() -> AsyncStream<Void> { store.commits() }
  package func forgetRemoved() async throws { try await store.forgetRemoved() }
  package func close() async throws { try await store.close() }
}
