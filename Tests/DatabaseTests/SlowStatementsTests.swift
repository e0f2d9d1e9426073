import Database
import Synchronization
import TestSupport
import Testing

@Suite("Slow statements") struct SlowStatementsTests {
  @Test("are remembered with how often and how long at most, without their values; quick ones are not") func remembered() async throws {
    let store = try TestStore.makeEmpty()
    // Each look at the clock takes as long as the next statement is to take.
    let moment = Mutex<Int64>(0)
    let step = Mutex<Int64>(150_000)
    let slow = SlowStatements {
      moment.withLock { now in
        now += step.withLock { $0 }
        return now
      }
    }
    try await store.write { tx in
      let tx = tx.watched(by: slow)
      try tx.run("CREATE TABLE jar (name TEXT PRIMARY KEY)")
      try tx.run("INSERT INTO jar\n  VALUES (\("honey"))")
    }
    step.withLock { $0 = 250_000 }
    try await store.write { tx in try tx.watched(by: slow).run("INSERT INTO jar\n  VALUES (\("wax"))") }
    step.withLock { $0 = 10 }
    #expect(
      try await store.read { tx in try tx.watched(by: slow).values("SELECT name FROM jar ORDER BY name", as: String.self) } == [
        "honey", "wax",
      ])
    #expect(slow.list.map(\.times) == [2, 1] && slow.list.map(\.longest) == [250_000, 150_000])
    #expect(slow.list.first?.text.hasPrefix("INSERT INTO jar VALUES (") == true)
    #expect(!slow.list.contains { $0.text.contains("honey") || $0.text.contains("\n") })
  }
}
