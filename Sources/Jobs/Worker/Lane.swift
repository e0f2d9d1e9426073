import Community
import Database

/// One reaction and how far it has come.
struct Lane: Sendable {
  let reaction: any Reaction
  /// The last event it has seen.
  var place: Int64 = 0
  /// The place the database knows.
  var kept: Int64 = 0
  var failures = 0
  var error: (any Error)?
  var isHeldUntil: Timestamp?
  /// Whether something may be left to go on with; after a start nobody knows.
  var hasMore: Bool

  static let batch = 100
  /// Passing by an event is not worth a write; after a crash so many are passed by again at most.
  private static let mostUnkept: Int64 = 1000

  init(reaction: any Reaction) {
    self.reaction = reaction
    hasMore = type(of: reaction).hasParts
  }

  var name: String { type(of: reaction).name }

  /// Reacts to a batch in one write; if that fails, event by event, so that what came before the fault is kept.
  mutating func advance(over events: [RecordedEvent], in store: any Store) async throws {
    do {
      try await react(to: events, in: store)
    } catch {
      for event in events { try await react(to: [event], in: store) }
    }
    failures = 0
    error = nil
    isHeldUntil = nil
  }

  /// Does one more part of what the events so far have left.
  mutating func goOn(in store: any Store) async throws {
    let reaction = reaction
    hasMore = try await store.write { tx in try reaction.goOn(in: tx) }
  }

  /// Waits 2 s, 4 s, and so on up to five minutes.
  mutating func hold(_ error: any Error, now: Timestamp) {
    failures += 1
    self.error = error
    isHeldUntil = now + .seconds(min(300, 1 << Int64(min(failures, 9))))
  }

  private mutating func react(to events: [RecordedEvent], in store: any Store) async throws {
    guard let last = events.last else { return }
    let reaction = reaction
    let name = name
    let relevant = events.filter { type(of: reaction).kinds.contains($0.event.kind) }
    if !relevant.isEmpty || last.id - kept >= Self.mostUnkept {
      try await store.write { tx in
        for event in relevant { try reaction.react(to: event, in: tx) }
        try tx.run(
          """
          INSERT INTO reaction (name, event_id) VALUES (\(name), \(last.id))
          ON CONFLICT (name) DO UPDATE SET event_id = excluded.event_id
          """)
      }
      kept = last.id
      hasMore = hasMore || (!relevant.isEmpty && type(of: reaction).hasParts)
    }
    place = last.id
  }
}
