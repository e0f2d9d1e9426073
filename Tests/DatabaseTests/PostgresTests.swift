import Database
import Synchronization
import TestSupport
import Testing

@testable import DatabasePostgres

/// What only PostgreSQL can meet; in a run on SQLite there is nothing to look at.
@Suite("PostgreSQL") struct PostgresTests {
  @Test("a table that changed since its statements were prepared is read and written as it is now") func stalePlans() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    let all: SQL = "SELECT * FROM line"
    let add: SQL = "INSERT INTO line VALUES (1) RETURNING *"
    let first: @Sendable (inout Row) throws -> Int = { row in try row.next() }
    try await store.write { tx in try tx.run("CREATE TABLE line (number BIGINT)") }
    // Every reader has prepared the statement before the table changes.
    for _ in 1...20 { #expect(try await store.read { try $0.all(all, first) } == []) }
    #expect(try await store.write { try $0.all(add, first) } == [1])
    try await store.write { tx in try tx.run("ALTER TABLE line ADD COLUMN more TEXT") }
    for _ in 1...20 { #expect(try await store.read { try $0.all(all, first) } == [1]) }
    #expect(try await store.write { try $0.all(add, first) } == [1])
  }

  @Test("what asks for words is planned each time, everything else is prepared") func plans() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    let kept = try await store.read { tx in
      for word in ["a", "b"] {
        #expect(try tx.exists("SELECT 1 WHERE to_tsvector('simple', 'a b') @@ CAST(\(word) AS tsquery)"))
        #expect(try tx.exists("SELECT 1 WHERE \(word) = \(word)"))
      }
      return try tx.values("SELECT statement FROM pg_prepared_statements", as: String.self)
    }
    #expect(kept.contains { $0.contains("=") })
    #expect(!kept.contains { $0.contains("@@") })
  }

  @Test("a value that is missing has a type, and every kind of value comes back as it was") func values() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    let bytes: [UInt8] = [0, 39, 92, 255]
    let back = try await store.read { tx in
      try tx.first("SELECT \(Int64.min), \(-0.5), \("a'\\ é🐝"), \(bytes), \(true), \(nil as Int?), \(nil as String?), \("")") { row in
        (
          try row.next(Int64.self), try row.next(Double.self), try row.next(String.self), try row.next([UInt8].self),
          try row.next(Bool.self),
          try row.next(Int?.self), try row.next(String?.self), try row.next(String.self)
        )
      }
    }
    let (whole, part, text, blob, flag, noNumber, noText, empty) = try #require(back)
    #expect(whole == .min && part == -0.5 && text == "a'\\ é🐝" && blob == bytes && flag && noNumber == nil && noText == nil && empty == "")
    #expect(try await store.read { try $0.exists("SELECT 1 WHERE \(nil as Int?) IS NULL") })
  }

  @Test("a sum of whole numbers is a whole number", arguments: [0, 1, -1, 9_999, 10_000, -12_345_678, 4_000_000_000_000_000_000])
  func sums(_ number: Int) async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    #expect(try await store.read { try $0.value("SELECT sum(n) FROM (SELECT \(number) AS n) AS numbers", as: Int.self) } == number)
  }

  @Test("a violation that a write did not notice commits nothing, and harms no other") func unnoticed() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run("CREATE TABLE line (number BIGINT PRIMARY KEY)") }
    await withTaskGroup(of: Void.self) { group in
      for number in 1...20 {
        group.addTask {
          try? await store.write { tx in
            try tx.run("INSERT INTO line VALUES (\(number))")
            if number.isMultiple(of: 5) { _ = try? tx.run("INSERT INTO line VALUES (\(number))") }
          }
        }
      }
    }
    let kept = try await store.read { try $0.values("SELECT number FROM line ORDER BY number", as: Int.self) }
    #expect(kept == (1...20).filter { !$0.isMultiple(of: 5) })
  }

  @Test("a server that is not there is said to be unreachable") func unreachable() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = PostgresStore(address: "postgres://kindred@127.0.0.1:1/none", clock: { .testStart })
    let isUnreachable = { (error: any Error) in
      if case DatabaseFault.unreachable(_, mayHaveChanged: false) = error { true } else { false }
    }
    await #expect(performing: { try await store.read { try $0.exists("SELECT 1") } }, throws: isUnreachable)
    await #expect(performing: { try await store.write { try $0.exists("SELECT 1") } }, throws: isUnreachable)
    try await store.close()
    await #expect(throws: DatabaseFault.closed) { try await store.read { try $0.exists("SELECT 1") } }
  }

  @Test("a transaction's fate is committed, rolled back, or not known: never a guess") func fates() async throws {
    #expect(CommitFate(status: nil) == .forgotten)
    #expect(CommitFate(status: "") == .forgotten)
    #expect(CommitFate(status: "in progress") == .unfinished)
    guard let address = TestPostgres.server else { return }
    let (one, other) = (try PostgresConnection(address, isPresent: true), try PostgresConnection(address, isPresent: true))
    for (ending, fate) in [("COMMIT", CommitFate.committed), ("ROLLBACK", .rolledBack)] {
      let number = try #require(try one.command("BEGIN; SELECT pg_current_xact_id()::text").text)
      try one.command(ending)
      #expect(try other.fate(of: number) == fate)
    }
    // What the server has cleaned away long ago; and what it lost in a crash together with the number.
    #expect(try other.fate(of: "3") == .forgotten)
    #expect(try other.fate(of: "9000000000000") == .rolledBack)
  }

  @Test("a write whose fate cannot be learned is not run again, and not said to have changed nothing", .timeLimit(.minutes(1)))
  func unknownFate() async throws {
    guard TestStore.dialect == .postgres else { return }
    let place = try TestStore.makeEmpty()
    try await place.write { tx in try tx.run("CREATE TABLE line (number BIGINT)") }
    let name = try #require(try await place.read { try $0.value("SELECT current_database()::text", as: String.self) })
    let address = TestPostgres.address(of: name)
    // Connected once; whoever asks afterwards is told to run again, as by a deadlock.
    let connects = Mutex(0)
    let writer = PostgresWriter(
      {
        let count = connects.withLock { count in
          count += 1
          return count
        }
        guard count == 1 else { throw RunAgain.conflict }
        return try PostgresConnection(address, isPresent: true)
      }, ticks: CommitTicks(), clock: { .testStart }, mostEnquiries: 2)
    let queue = CommitQueue { group, _ in writer.commit(group) { _ in } }
    let runs = Mutex(0)
    await #expect(
      performing: {
        try await queue.perform { tx in
          runs.withLock { $0 += 1 }
          let session = try tx.value("SELECT pg_backend_pid()", as: Int.self) ?? 0
          try tx.run("INSERT INTO line VALUES (1)")
          // The session ends between its last statement and COMMIT.
          try TestPostgres.command("SELECT pg_terminate_backend(\(session), 5000)")
        }
      },
      throws: { error in
        if case DatabaseFault.unreachable(_, mayHaveChanged: true) = error { true } else { false }
      })
    #expect(runs.withLock { $0 } == 1)
  }

  @Test("a database is held by one program alone, or shared by any number") func hold() async throws {
    guard TestStore.dialect == .postgres else { return }
    let store = try TestStore.makeEmpty()
    let name = try #require(try await store.read { try $0.value("SELECT current_database()::text", as: String.self) })
    let address = TestPostgres.address(of: name)
    #expect(throws: DatabaseFault.busy) { try PostgresHold(address) }
    try await store.close()
    var hold: PostgresHold? = try PostgresHold(address)
    #expect(throws: DatabaseFault.busy) { try PostgresHold(address) }
    #expect(throws: DatabaseFault.busy) { try PostgresConnection(address, isPresent: true) }
    try await used(PostgresStore(address: address, under: hold, clock: { .testStart })).close()
    hold = nil
    let stores = [try await shared(address), try await shared(address)]
    for store in stores { try await store.close() }
  }

  private func shared(_ address: String) async throws -> PostgresStore {
    try await used(PostgresStore(address: address, clock: { .testStart }))
  }

  private func used(_ store: PostgresStore) async throws -> PostgresStore {
    #expect(try await store.write { try $0.exists("SELECT 1") })
    #expect(try await store.read { try $0.exists("SELECT 1") })
    return store
  }

  @Test(
    "an address that can be misread is refused, before an error names a part of its password",
    arguments: [
      ("postgres://kindred:word@db.example/kindred", true), ("postgres://kindred@/kindred?host=/run/postgresql&sslmode=require", true),
      ("postgres://kindred:p%40ss%2Fword@one.example:5432,two.example:5433/kindred", true), ("postgres://kindred:p?a#b:c@host/name", true),
      ("postgres://kindred:p@ss@host/name", false), ("postgres://kindred:pa/ss@host/name", false), ("postgres://k:12/ss@host/name", false),
      ("postgres://kindred:100%@host/name", false), ("postgres://kindred:word@host/name?sslmod=require", false),
      ("postgres://kindred:word@host:port/name", false),
    ])
  func addresses(_ text: String, _ isReadable: Bool) async throws {
    #expect(PostgresAddress.isReadable(text) == isReadable)
    guard !isReadable else { return }
    let store = PostgresStore(address: text, clock: { .testStart })
    await #expect(throws: DatabaseFault.unreachable(PostgresAddress.advice, mayHaveChanged: false)) {
      try await store.read { try $0.exists("SELECT 1") }
    }
    try await store.close()
  }
}
