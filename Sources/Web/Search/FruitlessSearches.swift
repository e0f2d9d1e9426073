package import Community
package import Database
import ServiceLifecycle
import Synchronization

/// Gathers in memory what found nothing, and hands on only what two people looked for: what one person alone typed is never written down.
package final class FruitlessSearches: Service {
  private struct Seen {
    var people: Set<Int>
    /// How many of them are written down.
    var noted = 0
    var lastAt: Timestamp
  }
  /// Bounds on memory.
  private static let most = 2_000
  private static let mostPeople = 200
  /// One person's words are forgotten after this.
  private static let keep = Span.days(30)
  private let seen = Mutex<[FruitlessWords: Seen]>([:])
  private let store: any Store
  package init(store: any Store) { self.store = store }

  /// Somebody found nothing; `person` tells people apart and is not kept but as a number made from it for as long as this process runs.
  package func note(_ words: FruitlessWords, by person: String, at now: Timestamp) {
    // Swift seeds its hashes anew in every process.
    let number = person.hashValue
    seen.withLock { seen in
      if seen[words] == nil, seen.count >= Self.most {
        seen = seen.filter { $0.value.lastAt > now - Self.keep }
        guard seen.count < Self.most else { return }
      }
      var entry = seen[words] ?? Seen(people: [], lastAt: now)
      if entry.lastAt <= now - Self.keep { entry = Seen(people: [], lastAt: now) }
      if entry.people.count < Self.mostPeople { entry.people.insert(number) }
      entry.lastAt = now
      seen[words] = entry
    }
  }

  /// Writes what is new. Lost when the disk fails: a count is worth no error page.
  package func flush() async {
    let more = seen.withLock { seen in
      var more: [FruitlessWords: Int] = [:]
      for (words, entry) in seen where entry.people.count >= 2 && entry.people.count > entry.noted {
        more[words] = entry.people.count - entry.noted
        seen[words]?.noted = entry.people.count
      }
      return more
    }
    guard !more.isEmpty else { return }
    try? await store.write { tx in try NoteFruitless(people: more).perform(in: tx) }
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(60))
        await self.flush()
      }
    }
    await flush()
  }
}
