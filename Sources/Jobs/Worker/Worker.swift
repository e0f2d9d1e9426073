package import Community
package import Database
package import Logging
import ServiceLifecycle

/// Runs the reactions: each has its own place in the log, kept in the same write as its effect, so that a crash repeats nothing and
/// leaves nothing out.
package actor Worker: Service {
  private let store: any Store
  private let clock: Clock
  private let log: Logger
  private let pollEvery: Duration
  private var lanes: [Lane]
  private var isStarted = false

  /// `pollEvery` is how soon a write of another process is seen, and a failed reaction tried again.
  package init(
    _ reactions: [any Reaction], store: any Store, clock: @escaping Clock, log: Logger, pollEvery: Duration = .seconds(2)
  ) {
    self.store = store
    self.clock = clock
    self.log = log
    self.pollEvery = pollEvery
    lanes = reactions.map { Lane(reaction: $0) }
  }

  /// Reacts until a graceful shutdown; what is under way then is finished.
  package func run() async throws {
    try await wakeUps(store, pollEvery: pollEvery) { await self.catchUp() }
  }

  /// Reacts to everything recorded so far, for tests and for the command line. Throws the first error of a reaction.
  package func drain() async throws {
    try await start()
    for index in lanes.indices { lanes[index].isHeldUntil = nil }
    while try await turn() {}
    if let error = lanes.lazy.compactMap(\.error).first { throw error }
  }

  /// Reacts to all there is; a fault of the Store is logged, and the next wake-up tries again.
  private func catchUp() async {
    do {
      try await start()
      while try await turn() {}
    } catch { log.error("the worker could not read the log of events", metadata: ["error": "\(error)"]) }
  }

  /// How far each reaction has come.
  package func states() -> [ReactionState] {
    lanes.map { ReactionState(name: $0.name, place: $0.place, failures: $0.failures) }
  }

  private func start() async throws {
    guard !isStarted else { return }
    let places = try await store.read { tx in
      try tx.all("SELECT name, event_id FROM reaction") { row in (name: try row.next(String.self), id: try row.next(Int64.self)) }
    }
    for index in lanes.indices {
      lanes[index].place = places.first { $0.name == lanes[index].name }?.id ?? 0
      lanes[index].kept = lanes[index].place
    }
    isStarted = true
  }

  /// One batch and one part for every lane that may move; false when none has anything to read or to go on with.
  private func turn() async throws -> Bool {
    let now = clock()
    var moved = false
    var batches: [Int64: [RecordedEvent]] = [:]
    for index in lanes.indices where lanes[index].isHeldUntil.map({ $0 <= now }) ?? true {
      let place = lanes[index].place
      if batches[place] == nil { batches[place] = try await store.read { tx in try tx.events(after: place, limit: Lane.batch) } }
      let events = batches[place] ?? []
      guard !events.isEmpty || lanes[index].hasMore else { continue }
      moved = true
      await advance(index, over: events, now: now)
    }
    return moved
  }

  private func advance(_ index: Int, over events: [RecordedEvent], now: Timestamp) async {
    var lane = lanes[index]
    do {
      if !events.isEmpty { try await lane.advance(over: events, in: store) }
      if lane.hasMore { try await lane.goOn(in: store) }
    } catch {
      lane.hold(error, now: now)
      log.error(
        "a reaction failed and is tried again",
        metadata: ["reaction": "\(lane.name)", "event": "\(lane.place + 1)", "tries": "\(lane.failures)", "error": "\(error)"])
    }
    lanes[index] = lane
  }
}
