package import Database

/// What waits to be done by the server and by people.
package struct WaitingWork: Sendable {
  /// The number of the last event: a reaction that has not come so far is behind.
  package let lastEvent: Int64
  /// Mail whose time has come and that has not left.
  package let mail: Int
  /// Since when the oldest of it waits.
  package let mailSince: Timestamp?
  /// Mail that was given up in the last day.
  package let failedMail: Int
  /// What waits for a person's decision, and how much of it longer than was promised.
  package let reviews: Int
  package let overdue: Int

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func load(for actor: Actor, in tx: Transaction) throws -> WaitingWork {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let mail = try tx.first(
      "SELECT count(*), min(due_at) FROM mail WHERE state IN ('queued', 'sending') AND due_at <= \(tx.now)"
    ) { row in (count: try row.next(Int.self), since: try row.next(Timestamp?.self)) }
    let reviews = try tx.first(
      "SELECT count(*), count(CASE WHEN due_at < \(tx.now) THEN 1 END) FROM review WHERE settled_at IS NULL"
    ) { row in (all: try row.next(Int.self), overdue: try row.next(Int.self)) }
    return WaitingWork(
      lastEvent: try tx.value("SELECT coalesce(max(id), 0) FROM event") ?? 0, mail: mail?.count ?? 0, mailSince: mail?.since,
      failedMail: try tx.value("SELECT count(*) FROM mail WHERE state = 'failed' AND finished_at > \(tx.now - .days(1))") ?? 0,
      reviews: reviews?.all ?? 0, overdue: reviews?.overdue ?? 0)
  }
}

/// How far one reaction to events has come.
package struct ReactionState: Sendable, Equatable {
  package let name: String
  /// The number of the last event it has seen.
  package let place: Int64
  /// How often the event after it has failed.
  package let failures: Int

  package init(name: String, place: Int64, failures: Int) { (self.name, self.place, self.failures) = (name, place, failures) }
}

/// What the program knows of the machine it runs on.
package struct MachineState: Sendable, Equatable {
  package let engine: String
  package let startedAt: Timestamp
  /// In bytes: the memory the program holds, and the room on the disk of the data folder; nil where the system does not say.
  package let memory: Int64?
  package let free: Int64?
  package let room: Int64?

  package init(engine: String, startedAt: Timestamp, memory: Int64?, free: Int64?, room: Int64?) {
    (self.engine, self.startedAt, self.memory, self.free, self.room) = (engine, startedAt, memory, free, room)
  }

  /// Whether the disk is nearly full: less than a tenth of it and less than 5 GB.
  package var isDiskLow: Bool {
    guard let free, let room else { return false }
    return free < room / 10 && free < 5_000_000_000
  }
}
