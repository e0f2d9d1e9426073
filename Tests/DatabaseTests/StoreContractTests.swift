import Database
import DatabaseSQLite
import Synchronization
import TestSupport
import Testing

@Suite("The Store's contract") struct StoreContractTests {
  private static let counter: SQL = "CREATE TABLE counter (name TEXT PRIMARY KEY, number INTEGER NOT NULL)"

  @Test("an acknowledged write survives a power cut: the writer syncs fully")
  func writerSyncsFully() async throws {
    // What a server of PostgreSQL does is its operator's to say.
    guard let sqlite = try await TestStore.make().sqlite else { return }
    #expect(try sqlite.writerPragma(.synchronous) == "2")
    #expect(try sqlite.writerPragma(.journalMode) == "wal")
    #expect(try sqlite.writerPragma(.foreignKeys) == "1")
  }

  @Test("of 64 writers at once every tenth fails, and the others are all kept")
  func failingWriterHarmsNoOther() async throws {
    struct Refused: Error, Equatable { let writer: Int }
    let store = try TestStore.makeEmpty()
    try await store.write { tx in
      try tx.run(Self.counter)
      try tx.run("CREATE TABLE line (writer INTEGER PRIMARY KEY)")
      try tx.run("INSERT INTO counter VALUES ('lines', 0)")
    }
    let refused = await withTaskGroup(of: Int?.self) { group in
      for writer in 1...64 {
        group.addTask {
          do {
            try await store.write { tx in
              try tx.run("INSERT INTO line VALUES (\(writer))")
              try tx.run("UPDATE counter SET number = number + 1 WHERE name = 'lines'")
              if writer.isMultiple(of: 10) { throw Refused(writer: writer) }
            }
            return nil
          } catch { return (error as? Refused)?.writer }
        }
      }
      return await group.reduce(into: Set<Int>()) { if let writer = $1 { $0.insert(writer) } }
    }
    let (lines, counted) = try await store.read { tx in
      (try tx.values("SELECT writer FROM line", as: Int.self), try tx.value("SELECT number FROM counter", as: Int.self))
    }
    #expect(refused == [10, 20, 30, 40, 50, 60])
    #expect(Set(lines) == Set((1...64).filter { !$0.isMultiple(of: 10) }))
    #expect(counted == lines.count)
  }

  @Test("a constraint that one writer breaks is that writer's error alone")
  func brokenConstraintIsOneWritersError() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run("CREATE TABLE line (writer INTEGER PRIMARY KEY)") }
    let faults = await withTaskGroup(of: DatabaseFault?.self) { group in
      for writer in 1...40 {
        group.addTask {
          do {
            try await store.write { tx in try tx.run("INSERT INTO line VALUES (\(writer % 20))") }
            return nil
          } catch { return error as? DatabaseFault }
        }
      }
      return await group.reduce(into: [DatabaseFault]()) { if let fault = $1 { $0.append(fault) } }
    }
    #expect(faults.count == 20)
    #expect(faults.allSatisfy { if case .constraint(.unique, _) = $0 { true } else { false } })
    #expect(try await store.read { tx in try tx.value("SELECT COUNT(*) FROM line", as: Int.self) } == 20)
  }

  @Test("a write that reads and then caps at three never ends at four")
  func capHolds() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run("CREATE TABLE seat (number INTEGER PRIMARY KEY)") }
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...50 {
        group.addTask {
          try? await store.write { tx in
            let taken = try tx.value("SELECT COUNT(*) FROM seat", as: Int.self) ?? 0
            if taken < 3 { try tx.run("INSERT INTO seat (number) VALUES (\(taken))") }
          }
        }
      }
    }
    #expect(try await store.read { tx in try tx.value("SELECT COUNT(*) FROM seat", as: Int.self) } == 3)
  }

  @Test("whoever reads events after the last one seen misses none, however late a transaction commits")
  func eventsAreReadInCommitOrder() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in
      let table = Migration(
        number: 1, name: "0001_line", text: "CREATE TABLE line (\nid id,\nwriter bigint NOT NULL,\nslow bigint NOT NULL\n)")
      for statement in table.statements(for: TestStore.dialect) { try tx.run(SQL(trusted: statement)) }
    }
    let all = 400
    async let seen: [Int] = {
      var seen: [Int] = []
      var last: Int64 = 0
      while seen.count < all {
        let after = last
        let rows = try await store.read { tx in
          try tx.all("SELECT id, writer FROM line WHERE id > \(after) ORDER BY id") { (try $0.next(Int64.self), try $0.next(Int.self)) }
        }
        seen += rows.map(\.1)
        last = rows.last?.0 ?? last
        if rows.isEmpty { await _Concurrency.Task.yield() }
      }
      return seen
    }()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...all {
        group.addTask {
          try await store.write { tx in
            try tx.run("INSERT INTO line (writer, slow) VALUES (\(writer), 0)")
            // Some transactions stay open longer after their event was numbered.
            if writer.isMultiple(of: 7) {
              try tx.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) UPDATE line SET slow = (SELECT COUNT(*) FROM n) WHERE writer = \(writer)"
              )
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await seen.sorted() == Array(1...all))
  }

  @Test("a full disk fails the writes that need room, keeps those that do not, and is over once there is room")
  func fullDiskIsOneWritersError() async throws {
    let store = try TestStore.makeEmpty()
    // Only SQLite can be given a small disk from here.
    guard let sqlite = store.sqlite else { return }
    try await store.write { tx in
      try tx.run("CREATE TABLE line (writer INTEGER PRIMARY KEY, text TEXT NOT NULL)")
      try tx.run("INSERT INTO line VALUES (0, 'a')")
    }
    let pages = try await store.read { tx in try tx.value("PRAGMA page_count", as: Int.self) ?? 0 }
    try await store.write { tx in try tx.run(SQL(trusted: "PRAGMA max_page_count = \(pages)")) }
    let big = String(repeating: "x", count: 40_000)
    let faults = await withTaskGroup(of: (Int, DatabaseFault?).self) { group in
      for writer in 1...32 {
        group.addTask {
          do {
            try await store.write { tx in
              try tx.run("INSERT INTO line VALUES (\(writer), \(writer.isMultiple(of: 4) ? big : "small"))")
            }
            return (writer, nil)
          } catch { return (writer, error as? DatabaseFault) }
        }
      }
      return await group.reduce(into: [Int: DatabaseFault]()) { if let fault = $1.1 { $0[$1.0] = fault } }
    }
    #expect(Set(faults.keys) == Set((1...32).filter { $0.isMultiple(of: 4) }))
    #expect(faults.values.allSatisfy { $0 == .diskFull })
    #expect(try await store.read { tx in try tx.value("SELECT COUNT(*) FROM line", as: Int.self) } == 25)
    try await store.write { tx in try tx.run(SQL(trusted: "PRAGMA max_page_count = 100000")) }
    try await store.write { tx in try tx.run("INSERT INTO line VALUES (100, \(big))") }
    #expect(try sqlite.writerPragma(.integrityCheck) == "ok")
  }

  @Test("a read sees one moment, whatever is written meanwhile")
  func readSeesOneMoment() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run("CREATE TABLE line (writer INTEGER PRIMARY KEY)") }
    let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 1...100 {
        group.addTask {
          try await store.write { tx in try tx.run("INSERT INTO line VALUES (\(writer))") }
          return []
        }
      }
      for _ in 1...20 {
        group.addTask {
          try await store.read { tx in
            try (0..<5).map { _ in try tx.value("SELECT COUNT(*) FROM line", as: Int.self) ?? -1 }
          }
        }
      }
      return try await group.reduce(into: [[Int]]()) { if !$1.isEmpty { $0.append($1) } }
    }
    #expect(counts.allSatisfy { Set($0).count == 1 })
  }

  @Test("commits tick, several at a time; reads and writes that change nothing do not")
  func commitsTick() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run(Self.counter) }
    let ticks = store.commits()
    try await store.write { tx in try tx.run("INSERT INTO counter VALUES ('a', 1)") }
    try await store.write { tx in try tx.run("INSERT INTO counter VALUES ('b', 1)") }
    try await store.close()
    var count = 0
    for await _ in ticks { count += 1 }
    #expect(count == 1)
  }

  @Test("a closed Store answers so, and what was acknowledged before is there when it is opened again")
  func closedStoreRefuses() async throws {
    let store = try TestStore.makeEmpty()
    try await store.write { tx in try tx.run(Self.counter) }
    try await store.close()
    await #expect(throws: DatabaseFault.closed) { try await store.write { tx in try tx.run("INSERT INTO counter VALUES ('a', 1)") } }
    let again = try store.reopened()
    try await again.write { tx in try tx.run("INSERT INTO counter VALUES ('a', 1)") }
    #expect(try await again.read { tx in try tx.value("SELECT COUNT(*) FROM counter", as: Int.self) } == 1)
  }
}
