import Database
import Dispatch
import Synchronization

/// Connections for reading, each with a thread of its own while it works; more readers than connections wait in line.
final class PostgresReaders: Sendable {
  private final class Reader: Sendable {
    let queue: DispatchQueue
    let connection = Mutex<PostgresConnection?>(nil)
    init(_ number: Int) { queue = DispatchQueue(label: "kindred.reader.\(number)") }
  }
  private typealias Job = @Sendable (Reader) -> Void
  private struct State {
    var idle: [Reader]
    var waiting: [Job] = []
    var isClosed = false
  }

  private let connect: @Sendable () throws -> PostgresConnection
  private let state: Mutex<State>

  init(count: Int, _ connect: @escaping @Sendable () throws -> PostgresConnection) {
    self.connect = connect
    state = Mutex(State(idle: (0..<count).map { Reader($0) }))
  }

  func read<T: Sendable>(now: Timestamp, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    let connect = connect
    return try await withCheckedThrowingContinuation { continuation in
      submit { reader in
        continuation.resume(
          with: Result { try reader.connection.withLock { kept in try Self.perform(body, now, connect, &kept) } })
      } orRefuse: {
        continuation.resume(throwing: DatabaseFault.closed)
      }
    }
  }

  /// Refuses new readers, and ends each connection once nobody reads with it.
  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      return state.idle
    }
    for reader in idle { reader.connection.withLock { $0 = nil } }
  }

  private func submit(_ job: @escaping Job, orRefuse refuse: () -> Void) {
    let (reader, isRefused): (Reader?, Bool) = state.withLock { state in
      if state.isClosed { return (nil, true) }
      // The one used last has the warmest cache.
      if let reader = state.idle.popLast() { return (reader, false) }
      state.waiting.append(job)
      return (nil, false)
    }
    if isRefused { refuse() }
    guard let reader else { return }
    reader.queue.async { self.work(reader, first: job) }
  }

  private func work(_ reader: Reader, first: @escaping Job) {
    var job: Job? = first
    while let current = job {
      current(reader)
      let isLast: Bool
      (job, isLast) = state.withLock { state in
        if !state.waiting.isEmpty { return (state.waiting.removeFirst(), false) }
        state.idle.append(reader)
        return (nil, state.isClosed)
      }
      // Nobody is given a reader any more, so that it cannot be somebody else's by now.
      if isLast { reader.connection.withLock { $0 = nil } }
    }
  }

  /// One moment for the whole of a read. It is run again, once, where the server had gone away or a table had changed.
  private static func perform<T>(
    _ body: (Transaction) throws -> T, _ now: Timestamp, _ connect: () throws -> PostgresConnection, _ kept: inout PostgresConnection?
  ) throws -> T {
    var isSecond = false
    while true {
      do {
        if kept?.isSound != true { kept = try connect() }
        guard let connection = kept else { throw DatabaseFault.closed }
        return try moment(body, now, connection)
      } catch is RunAgain {
        kept = nil
        if isSecond { throw DatabaseFault.busy }
      } catch let fault as DatabaseFault where fault.isUnreachable {
        kept = nil
        if isSecond { throw fault }
      }
      isSecond = true
    }
  }

  private static func moment<T>(_ body: (Transaction) throws -> T, _ now: Timestamp, _ connection: PostgresConnection) throws -> T {
    try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    do {
      let value = try body(Transaction(connection, now: now))
      try connection.command("COMMIT")
      return value
    } catch {
      if connection.isSound { _ = try? connection.command("ROLLBACK") }
      throw error
    }
  }
}
