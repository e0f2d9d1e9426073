import Community
import Database
import TestSupport
import Testing

@Suite("Imports asked for in the browser") struct ImportJobTests {
  private static func typed(_ changes: [String: String] = [:]) -> (String) -> String {
    let values = ["importKind": "stackExchange", "category": "Questions"].merging(changes) { $1 }
    return { values[$0] ?? "" }
  }

  private static func order(_ changes: [String: String] = [:]) throws -> ImportOrder {
    try ImportOrder.parse(typed(changes)).order(.folder("old"))
  }

  private func start(_ store: TestStore, by actor: Actor, _ changes: [String: String] = [:]) async throws -> ImportJobID {
    let order = try Self.order(changes)
    return try await store.write { tx in try StartImport(order).perform(by: actor, in: tx) }
  }

  private func state(_ store: TestStore, _ id: ImportJobID, for actor: Actor) async throws -> ImportJob.State {
    try await store.read { tx in try ImportJob.find(id, for: actor, in: tx).state }
  }

  private func steer(_ store: TestStore, _ id: ImportJobID, _ way: SteerImport.Way, by actor: Actor) async throws {
    try await store.write { tx in try SteerImport(id, way).perform(by: actor, in: tx) }
  }

  @Test("what was typed becomes an order, which is kept as it was meant") func orders() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    let changes = [
      "importKind": "discourse", "source": " Old.Forum ", "oldAddress": " https://old.example/forum/ ", "questions": "help, 7\n support",
      "category": "",
    ]
    let id = try await start(store, by: noor, changes)
    let kept = try await store.read { tx in try ImportJob.find(id, for: noor, in: tx) }
    #expect(try kept.order == Self.order(changes))
    #expect(kept.order.source.name == "old.forum" && kept.order.address == "https://old.example/forum" && kept.order.category == nil)
    #expect(kept.order.questions == ["help", "7", "support"] && kept.order.place == .folder("old"))
    #expect(kept.state == .waiting && kept.startedBy.id == noor.id && kept.endedAt == nil && kept.counts == ImportJob.Counts())
    #expect(try ImportOrder.parse(Self.typed()).order(.folder("x")).source.name == "stack-exchange")
    #expect(try ImportOrder.parse(Self.typed(["importKind": "discourse"])).order(.folder("x")).source.name == "discourse")
  }

  @Test(
    "what cannot be is said beside its field",
    arguments: [
      ("importKind", "phpbb"), ("importKind", ""), ("source", "Old forum!"), ("source", String(repeating: "a", count: 61)),
      ("oldAddress", "old.example"), ("oldAddress", "javascript:alert(1)"), ("oldAddress", "https://"), ("oldAddress", "https:///x"),
      ("oldAddress", "https://old.example/\"onx"), ("oldAddress", "https://a)b"), ("category", ""),
      ("oldAddress", "https://old.example/" + String(repeating: "a", count: 200)), ("category", String(repeating: "é", count: 61)),
    ])
  func wrong(_ field: String, _ value: String) {
    #expect {
      try Self.order([field: value])
    } throws: { error in
      guard case .invalid(let problems)? = error as? ForumError else { return false }
      return problems.map(\.field) == [field]
    }
  }

  @Test("one is brought at a time, by admins; it is stopped, goes on, and each is in the log") func steering() async throws {
    let store = try await TestStore.make()
    let (noor, ana) = (try await store.add(.noor), try await store.add(.ana))
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await start(store, by: ana) }
    let first = try await start(store, by: noor)
    await #expect(throws: ForumError.conflict(.importUnderWay)) { try await start(store, by: noor, ["source": "other"]) }
    for way in [SteerImport.Way.stop, .goOn] {
      await #expect(throws: ForumError.forbidden(.notAllowed)) { try await steer(store, first, way, by: ana) }
    }
    await #expect(throws: ForumError.notFound) { try await steer(store, ImportJobID(rawValue: 99), .stop, by: noor) }
    try await steer(store, first, .stop, by: noor)
    try await steer(store, first, .stop, by: noor)
    #expect(try await state(store, first, for: noor) == .stopped)
    #expect(try await store.write { tx in try ImportProgress.begin(in: tx) == nil })
    let second = try await start(store, by: noor, ["source": "other"])
    await #expect(throws: ForumError.conflict(.importUnderWay)) { try await steer(store, first, .goOn, by: noor) }
    try await steer(store, second, .stop, by: noor)
    try await steer(store, first, .goOn, by: noor)
    try await steer(store, first, .goOn, by: noor)
    #expect(try await state(store, first, for: noor) == .waiting)
    #expect(try await store.read { tx in try ImportJob.all(for: noor, in: tx).map(\.id) } == [second, first])
    await #expect(throws: ForumError.forbidden(.notAllowed)) { try await store.read { try ImportJob.all(for: ana, in: $0).count } }
    let log = try await store.read { tx in try tx.values("SELECT detail FROM act WHERE kind = 'importing' ORDER BY id", as: String.self) }
    #expect(log == ["stack-exchange started", "stack-exchange stop", "other started", "other stop", "stack-exchange go-on"])
  }

  @Test("how far it has come is noted; what was written adds up, and of a thousand problems the first are kept") func noting() async throws
  {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    let id = try await start(store, by: noor)
    let begun = try await store.write { tx in try ImportProgress.begin(in: tx) }
    #expect(begun?.id == id && begun?.written == 0)
    var counts = ImportJob.Counts()
    (counts.doneBytes, counts.allBytes, counts.read, counts.written, counts.known, counts.skipped) = (5, 10, 7, 4, 2, 1_000)
    let noted = counts
    let long = String(repeating: "x", count: 2_000)
    let problems = (0..<1_000).map { "Posts.xml:\($0): \($0 == 0 ? long : "has no date")" } + [long]
    for part in [problems[0..<150], problems[150...]] {
      #expect(try await store.write { tx in try ImportProgress.note(noted, problems: part, of: id, in: tx) })
    }
    let (job, kept) = try await store.read { tx in
      let job = try ImportJob.find(id, for: noor, in: tx)
      return (job, try job.problems(in: tx))
    }
    #expect(job.counts == noted && job.state == .running)
    #expect(kept.count == ImportJob.most.problems && kept[0].place == "Posts.xml:0" && kept[0].reason.count == 400)
    #expect(kept.last.map { "\($0.place)|\($0.reason)" } == "Posts.xml:199|has no date")
    try await steer(store, id, .stop, by: noor)
    #expect(try await store.write { tx in try ImportProgress.note(noted, problems: [], of: id, in: tx) } == false)
    // What ends in the same moment does not undo that somebody stopped it.
    try await store.write { tx in try ImportProgress.end(.done, of: id, in: tx) }
    #expect(try await state(store, id, for: noor) == .stopped)
    try await steer(store, id, .goOn, by: noor)
    #expect(try await store.write { tx in try ImportProgress.begin(in: tx)?.written } == 4)
    #expect(try await store.number("SELECT count(*) FROM import_problem") == 0)
  }

  @Test("it ends by itself, waits for the next start, or was broken off; what failed can go on") func ends() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    let id = try await start(store, by: noor)
    for (end, wanted) in [(ImportProgress.End.later, ImportJob.State.waiting), (.failed("the disk is full"), .failed), (.done, .done)] {
      if try await state(store, id, for: noor) == .failed { try await steer(store, id, .goOn, by: noor) }
      _ = try await store.write { tx in try ImportProgress.begin(in: tx)?.id }
      store.clock.advance(.minutes(1))
      try await store.write { tx in try ImportProgress.end(end, of: id, in: tx) }
      let job = try await store.read { tx in try ImportJob.find(id, for: noor, in: tx) }
      #expect(job.state == wanted && (job.endedAt == nil) == wanted.isOpen && job.fault == (wanted == .failed ? "the disk is full" : ""))
    }
    try await steer(store, id, .goOn, by: noor)
    #expect(try await state(store, id, for: noor) == .done)
    let next = try await start(store, by: noor)
    _ = try await store.write { tx in try ImportProgress.begin(in: tx)?.id }
    try await store.write { tx in try ImportProgress.settle(in: tx) }
    #expect(try await state(store, next, for: noor) == .broken)
    #expect(try await store.read { tx in try ImportProgress.isWaiting(in: tx) } == false)
    try await steer(store, next, .goOn, by: noor)
    #expect(try await store.read { tx in try ImportProgress.isWaiting(in: tx) })
  }
}
