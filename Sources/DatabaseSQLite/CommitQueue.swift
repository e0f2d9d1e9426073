import Database
import Foundation
import GRDB
import Synchronization

/// Group commit: writers that wait are drained into one transaction, a savepoint each, so that they share one fsync.
/// A writer is answered only after the commit that holds its change; one that fails is rolled back to its savepoint and harms no other.
final class CommitQueue: Sendable {
  private static let groupLimit = 64

  private struct Waiting: Sendable {
    /// Does the work and returns the answer to give once it is committed.
    let perform: @Sendable (Transaction) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }
  private struct State {
    var waiting: [Waiting] = []
    var isDraining = false
    var isClosed = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let pool: DatabasePool
  private let ticks: CommitTicks
  private let clock: Clock
  private let queue = DispatchQueue(label: "kindred.commits", qos: .userInitiated)

  init(pool: DatabasePool, ticks: CommitTicks, clock: @escaping Clock) {
    self.pool = pool
    self.ticks = ticks
    self.clock = clock
  }

  func perform<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(
        Waiting(
          perform: { tx in
            let value = try body(tx)
            return { continuation.resume(returning: value) }
          },
          fail: { continuation.resume(throwing: $0) }))
    }
  }

  func close() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.isClosed = true
        if state.isDraining { state.whenIdle.append(continuation) }
        return !state.isDraining
      }
      if isIdle { continuation.resume() }
    }
  }

  private func enqueue(_ write: Waiting) {
    let (isRefused, mustStart) = state.withLock { state in
      if state.isClosed { return (true, false) }
      state.waiting.append(write)
      let mustStart = !state.isDraining
      state.isDraining = true
      return (false, mustStart)
    }
    if isRefused { write.fail(DatabaseFault.closed) }
    if mustStart { queue.async { self.drain() } }
  }

  private func drain() {
    while true {
      let (group, idle) = state.withLock { state in
        let group = Array(state.waiting.prefix(Self.groupLimit))
        state.waiting.removeFirst(group.count)
        if group.isEmpty {
          state.isDraining = false
          defer { state.whenIdle = [] }
          return (group, state.whenIdle)
        }
        return (group, [])
      }
      for continuation in idle { continuation.resume() }
      if group.isEmpty { return }
      pool.writeWithoutTransaction { database in commit(group, in: database) }
    }
  }

  /// Commits a group and answers each of its writers exactly once.
  private func commit(_ group: [Waiting], in database: GRDB.Database) {
    var answers: [@Sendable () -> Void] = []
    let changesBefore = database.totalChangesCount
    do {
      try database.execute(sql: "BEGIN IMMEDIATE")
      for write in group {
        do {
          let answer = try savepoint(database) { try write.perform($0) }
          answers.append(answer)
        } catch let error where database.isInsideTransaction {
          answers.append { write.fail(error) }
        }
      }
      try database.execute(sql: "COMMIT")
    } catch {
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      // A full disk or a failing one ends the whole transaction, whoever's statement met it. Nobody has been answered
      // and writes may be run again, so each gets its own transaction.
      if group.count > 1 {
        for write in group { commit([write], in: database) }
      } else {
        let fault = (error as? GRDB.DatabaseError).map { DatabaseFault($0) } ?? error
        for write in group { write.fail(fault) }
      }
      return
    }
    for answer in answers { answer() }
    if database.totalChangesCount != changesBefore { ticks.tick() }
  }

  private func savepoint<T>(_ database: GRDB.Database, _ body: (Transaction) throws -> T) throws -> T {
    try database.execute(sql: "SAVEPOINT write")
    do {
      let value = try body(Transaction(SQLiteConnection(database), now: clock()))
      try database.execute(sql: "RELEASE write")
      return value
    } catch {
      if database.isInsideTransaction { try database.execute(sql: "ROLLBACK TO write; RELEASE write") }
      throw error
    }
  }
}
