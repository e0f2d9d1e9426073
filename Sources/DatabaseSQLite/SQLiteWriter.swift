import Database
import GRDB

/// Commits groups of writes, a savepoint each: one that fails is rolled back to its savepoint and harms no other.
struct SQLiteWriter: Sendable {
  let pool: DatabasePool
  let ticks: CommitTicks
  let clock: Clock

  /// Answers each writer of the group exactly once.
  func commit(_ group: [CommitQueue.Write]) { pool.writeWithoutTransaction { database in commit(group, in: database) } }

  private func commit(_ group: [CommitQueue.Write], in database: GRDB.Database) {
    var answers: [@Sendable () -> Void] = []
    let changesBefore = database.totalChangesCount
    do {
      try database.execute(sql: "BEGIN IMMEDIATE")
      for write in group {
        do {
          answers.append(try answer(to: write, isAlone: group.count == 1, in: database))
        } catch let error where database.isInsideTransaction && group.count > 1 {
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

  private func answer(to write: CommitQueue.Write, isAlone: Bool, in database: GRDB.Database) throws -> @Sendable () -> Void {
    let tx = Transaction(SQLiteConnection(database), now: clock())
    // The transaction is a lone writer's own, and a large write inside a savepoint spends a fifth of its time on the savepoint's journal.
    if isAlone { return try write.perform(tx) }
    try database.execute(sql: "SAVEPOINT write")
    do {
      let answer = try write.perform(tx)
      try database.execute(sql: "RELEASE write")
      return answer
    } catch {
      if database.isInsideTransaction { try database.execute(sql: "ROLLBACK TO write; RELEASE write") }
      throw error
    }
  }
}
