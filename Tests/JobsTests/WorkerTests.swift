import Community
import Database
import DatabaseSQLite
import Jobs
import Logging
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

/// Writes down the event's number where the test can count it, in the same transaction.
private struct Note: Reaction {
  static let name = "note"
  static let kinds: Set<Event.Kind> = [.siteChanged]
  func react(to event: RecordedEvent, in tx: Transaction) throws {
    try tx.run("INSERT INTO setting (key, value) VALUES (\("note \(event.id)"), \(event.event.detail))")
  }
}

/// Fails at events that say so until it is mended.
private struct Fragile: Reaction {
  struct Fault: Error {}
  static let name = "fragile"
  static let kinds: Set<Event.Kind> = [.siteChanged]
  let mended: Mutex<Bool>.Box
  func react(to event: RecordedEvent, in tx: Transaction) throws {
    try tx.run("INSERT INTO setting (key, value) VALUES (\("fragile \(event.id)"), '')")
    if event.event.detail == "bad", !mended.value { throw Fault() }
  }
}

extension Mutex where Value == Bool {
  final class Box: Sendable {
    private let mutex = Mutex<Bool>(false)
    var value: Bool {
      get { mutex.withLock { $0 } }
      set { mutex.withLock { $0 = newValue } }
    }
  }
}

@Suite("The worker") struct WorkerTests {
  private func notes(_ name: String, in store: TestStore) async throws -> [String] {
    try await store.read { tx in
      try tx.values(
        "SELECT key FROM setting WHERE key LIKE \(name + " %") ORDER BY CAST(substr(key, CAST(\(name.count + 2) AS INTEGER)) AS INTEGER)")
    }
  }

  @Test("reacts to every event once and in order, across restarts")
  func reactsOnce() async throws {
    let store = try await TestStore.make()
    for _ in 1...250 { try await store.record(Event(.siteChanged)) }
    try await store.worker([Note()]).drain()
    try await store.record(Event(.siteChanged))
    // A second worker over the same data is a restarted server; reacting twice would break the key's uniqueness.
    let restarted = store.worker([Note()])
    try await restarted.drain()
    try await restarted.drain()
    #expect(try await notes("note", in: store) == (1...251).map { "note \($0)" })
  }

  @Test("an effect and the place in the log are one write: a crash between events repeats nothing")
  func crashRepeatsNothing() async throws {
    let store = try await TestStore.make()
    for number in 1...5 { try await store.record(Event(.siteChanged, detail: number == 4 ? "bad" : "")) }
    let mended = Mutex<Bool>.Box()
    let crashing = store.worker([Fragile(mended: mended)])
    await #expect(throws: Fragile.Fault.self) { try await crashing.drain() }
    #expect(try await notes("fragile", in: store) == ["fragile 1", "fragile 2", "fragile 3"])
    #expect(try await store.read { tx in try tx.value("SELECT event_id FROM reaction WHERE name = 'fragile'", as: Int.self) } == 3)
    mended.value = true
    try await store.worker([Fragile(mended: mended)]).drain()
    #expect(try await notes("fragile", in: store) == (1...5).map { "fragile \($0)" })
  }

  @Test("a reaction that fails holds up only itself, and goes on when it can")
  func failureHoldsUpOnlyItself() async throws {
    let store = try await TestStore.make()
    for number in 1...3 { try await store.record(Event(.siteChanged, detail: number == 2 ? "bad" : "")) }
    let mended = Mutex<Bool>.Box()
    let worker = store.worker([Fragile(mended: mended), Note()])
    await #expect(throws: Fragile.Fault.self) { try await worker.drain() }
    #expect(try await notes("note", in: store) == ["note 1", "note 2", "note 3"])
    #expect(try await notes("fragile", in: store) == ["fragile 1"])
    mended.value = true
    try await worker.drain()
    #expect(try await notes("fragile", in: store) == ["fragile 1", "fragile 2", "fragile 3"])
  }

  @Test("running, it wakes by a commit of its own process and by one of another, and stops when asked")
  func runsAndStops() async throws {
    let store = try await TestStore.make()
    let worker = store.worker([Note()])
    let group = ServiceGroup(services: [worker], logger: quiet)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      try await store.record(Event(.siteChanged))
      try await until { try await notes("note", in: store) == ["note 1"] }
      let other = try store.reopened()
      try await other.write { tx in try tx.record(Event(.siteChanged)) }
      try await until { try await notes("note", in: store) == ["note 1", "note 2"] }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test("events it does not react to cost no write")
  func passingByCostsNothing() async throws {
    let store = try await TestStore.make()
    for _ in 1...200 { try await store.record(Event(.topicOpened)) }
    try await store.worker([Note()]).drain()
    #expect(try await store.read { tx in try tx.exists("SELECT 1 FROM reaction WHERE name = 'note'") } == false)
    for _ in 1...900 { try await store.record(Event(.topicOpened)) }
    try await store.worker([Note()]).drain()
    let place = try await store.read { tx in try tx.value("SELECT event_id FROM reaction WHERE name = 'note'", as: Int.self) }
    #expect(place.map { $0 >= 1000 } == true)
  }
}

/// Waits for something that another task brings about; the test's own time limit ends what never comes.
func until(_ condition: () async throws -> Bool) async throws {
  while try await !condition() {
    try _Concurrency.Task.checkCancellation()
    await _Concurrency.Task.yield()
  }
}
