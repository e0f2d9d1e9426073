import Database
import Foundation
import Synchronization

/// Commits groups of writes on one connection, a savepoint each.
///
/// Whoever writes holds one advisory lock of the database from before the transaction begins until it has ended, in this process and in any
/// other: so writes are serial, and the rows of `event` are committed in the order of their ids. SERIALIZABLE stays on, for the sake of
/// programs that do not know the lock.
final class PostgresWriter: Sendable {
  private let connect: @Sendable () throws -> PostgresConnection
  private let ticks: CommitTicks
  private let clock: Clock
  private let connection = Mutex<PostgresConnection?>(nil)

  /// How often a group is run again after a conflict.
  private static let mostConflicts = 8
  /// How often a new connection is tried to learn what became of a commit; each try takes up to some seconds.
  private let mostEnquiries: Int
  private static let lock = "SELECT pg_advisory_lock(\(PostgresLock.writing.rawValue))"
  private static let unlock = "SELECT pg_advisory_unlock(\(PostgresLock.writing.rawValue))"

  init(
    _ connect: @escaping @Sendable () throws -> PostgresConnection, ticks: CommitTicks, clock: @escaping Clock, mostEnquiries: Int = 15
  ) {
    (self.connect, self.ticks, self.clock, self.mostEnquiries) = (connect, ticks, clock, mostEnquiries)
  }

  /// Answers each writer of the group exactly once. `whileLost` is called again and again while the server is away.
  func commit(_ group: [CommitQueue.Write], whileLost: @Sendable (DatabaseFault) -> Void) {
    connection.withLock { kept in
      do {
        for answer in try perform(group, &kept, whileLost) { answer() }
      } catch let fault as DatabaseFault where group.count > 1 && !fault.isUnreachable {
        // Something ended the whole transaction: each gets its own, so that one harms no other.
        for write in group { alone(write, &kept, whileLost) }
      } catch { refuse(group, error, whileLost) }
    }
  }

  /// Ends the connection.
  func close() { connection.withLock { $0 = nil } }

  private func alone(_ write: CommitQueue.Write, _ kept: inout PostgresConnection?, _ whileLost: @Sendable (DatabaseFault) -> Void) {
    do { for answer in try perform([write], &kept, whileLost) { answer() } } catch { refuse([write], error, whileLost) }
  }

  private func refuse(_ group: [CommitQueue.Write], _ error: any Error, _ whileLost: @Sendable (DatabaseFault) -> Void) {
    for write in group { write.fail(error is RunAgain ? DatabaseFault.busy : error) }
    if let fault = error as? DatabaseFault, fault.isUnreachable { whileLost(fault) }
  }

  private func perform(_ group: [CommitQueue.Write], _ kept: inout PostgresConnection?, _ whileLost: @Sendable (DatabaseFault) -> Void)
    throws
    -> [@Sendable () -> Void]
  {
    var conflicts = 0
    var wasLost = false
    while true {
      do {
        let connection = try connected(&kept)
        return try attempt(group, connection, &kept, whileLost)
      } catch let reason as RunAgain {
        conflicts += 1
        if conflicts > Self.mostConflicts { throw reason }
        if case .stalePlan = reason { kept = nil }
      } catch let fault as DatabaseFault where fault.isUnreachable {
        kept = nil
        // A server that was started anew is met by its old connections first. Not so a second time.
        if wasLost { throw fault }
        wasLost = true
        if case .unreachable(_, mayHaveChanged: true) = fault { throw fault }
      }
    }
  }

  private func connected(_ kept: inout PostgresConnection?) throws -> PostgresConnection {
    if let connection = kept, connection.isSound { return connection }
    let connection = try connect()
    kept = connection
    return connection
  }

  /// One transaction under the lock.
  private func attempt(
    _ group: [CommitQueue.Write], _ connection: PostgresConnection, _ kept: inout PostgresConnection?,
    _ whileLost: @Sendable (DatabaseFault) -> Void
  ) throws -> [@Sendable () -> Void] {
    try connection.command(Self.lock)
    var answers: [@Sendable () -> Void] = []
    let number: String
    let changesBefore = connection.changes
    do {
      // The number is what a commit is asked for, should its answer be lost: without one nothing may begin.
      let begun = try connection.command("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT pg_current_xact_id()::text").text ?? ""
      guard !begun.isEmpty else { throw DatabaseFault.statement("a transaction without a number") }
      number = begun
      for write in group { answers.append(try answer(to: write, isAlone: group.count == 1, connection)) }
    } catch {
      giveUp(&kept)
      throw error
    }
    do {
      // A transaction that failed without anybody's notice answers COMMIT with ROLLBACK.
      guard try connection.commit() else { throw DatabaseFault.statement("a transaction could not be committed") }
    } catch let fault as DatabaseFault where fault.isUnreachable {
      kept = nil
      guard try wasCommitted(number, &kept, whileLost) else { throw RunAgain.conflict }
      ticks.tick()
      return answers
    } catch {
      giveUp(&kept)
      throw error
    }
    // A session that keeps the lock would keep every other program waiting.
    do { try connection.command(Self.unlock) } catch { kept = nil }
    if connection.changes != changesBefore { ticks.tick() }
    return answers
  }

  private func answer(to write: CommitQueue.Write, isAlone: Bool, _ connection: PostgresConnection) throws -> @Sendable () -> Void {
    if isAlone { return try write.perform(Transaction(connection, now: clock())) }
    try connection.command("SAVEPOINT write")
    do {
      let answer = try write.perform(Transaction(connection, now: clock()))
      try connection.command("RELEASE write")
      return answer
    } catch let reason as RunAgain { throw reason } catch let fault as DatabaseFault where fault.isUnreachable { throw fault } catch {
      try connection.command("ROLLBACK TO write; RELEASE write")
      return { write.fail(error) }
    }
  }

  /// Ends a transaction that failed. A connection that cannot do even that is left, which ends it too; what counts is why it failed.
  private func giveUp(_ kept: inout PostgresConnection?) {
    do {
      try kept?.command("ROLLBACK")
      try kept?.command(Self.unlock)
    } catch { kept = nil }
  }

  /// The server went away while it committed: asks it, once it is back and the old session has given up the lock, what became of it.
  /// Throws nothing but ``DatabaseFault/unreachable(_:mayHaveChanged:)``: any other error would have the write run again, or be told that
  /// nothing was changed.
  private func wasCommitted(_ number: String, _ kept: inout PostgresConnection?, _ whileLost: @Sendable (DatabaseFault) -> Void) throws
    -> Bool
  {
    var last = DatabaseFault.unreachable("the server went away while it committed", mayHaveChanged: true)
    for _ in 0..<mostEnquiries {
      do {
        let connection = try connected(&kept)
        try connection.command("SET lock_timeout = '2s'; \(Self.lock); \(Self.unlock); SET lock_timeout = 0")
        switch try connection.fate(of: number) {
        case .committed: return true
        case .rolledBack: return false
        case .unfinished: break
        case .forgotten: throw DatabaseFault.unreachable("the server does not know what became of a commit", mayHaveChanged: true)
        }
      } catch {
        kept = nil
        if case .unreachable(let reason, let mayHaveChanged)? = error as? DatabaseFault {
          last = .unreachable(reason, mayHaveChanged: true)
          if mayHaveChanged { throw last }
        }
      }
      whileLost(last)
      // A server that refuses does so at once.
      usleep(500_000)
    }
    throw last
  }
}
