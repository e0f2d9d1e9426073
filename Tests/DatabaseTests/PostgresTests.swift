import Database
import DatabasePostgres
import TestSupport
import Testing

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
}
