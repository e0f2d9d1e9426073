package import Community
package import Database
import Synchronization

/// Counts what somebody asks for in each stretch of time, in memory: for what writes nothing and so is not counted by the database.
package final class Turnstile<Who: Hashable & Sendable>: Sendable {
  private struct Counted {
    var slot: Int64 = 0
    var counts: [Who: Int] = [:]
  }
  private let counted = Mutex(Counted())
  private let limit: ForumError.Limit
  private let most: Int
  private let span: Span

  package init(_ limit: ForumError.Limit, most: Int, per span: Span) {
    self.limit = limit
    self.most = most
    self.span = span
  }

  /// Throws ``ForumError/tooSoon(_:until:)`` once the limit is passed.
  package func pass(_ who: Who, now: Timestamp) throws {
    let slot = now.rawValue / span.milliseconds
    let isOver = counted.withLock { counted in
      if counted.slot != slot { counted = Counted(slot: slot) }
      counted.counts[who, default: 0] += 1
      return counted.counts[who, default: 0] > most
    }
    if isOver { throw ForumError.tooSoon(limit, until: Timestamp(milliseconds: (slot + 1) * span.milliseconds)) }
  }
}
