package import Community
package import Database
package import Logging
import ServiceLifecycle
import Synchronization

/// How far an import has come, and what was wrong so far; the list of problems only grows.
package struct ImportNews: Sendable {
  package var counts = ImportJob.Counts()
  package var problems: [String] = []
  package init() {}
}

/// Brings another forum here when an admin asked for it, one at a time.
package struct ImportSchedule: Service {
  /// Brings one, and says now and then how far it has come; ends early when its task is cancelled.
  package typealias Bring = @Sendable (ImportOrder, _ told: @escaping @Sendable (ImportNews) -> Void) async throws -> Void
  private let store: any Store
  private let bring: Bring
  private let forget: @Sendable (Set<String>) -> Void
  private let words: @Sendable (any Error) -> String
  private let log: Logger
  private let noteEvery: Duration

  /// `forget` removes what was sent to be imported, but for the folders named; `words` says what went wrong; `noteEvery` is how often it is noted how far one has come, and seen whether somebody stopped it.
  package init(
    store: any Store, bring: @escaping Bring, forget: @escaping @Sendable (_ allBut: Set<String>) -> Void = { _ in },
    words: @escaping @Sendable (any Error) -> String, log: Logger,
    noteEvery: Duration = .milliseconds(500)
  ) {
    (self.store, self.bring, self.forget, self.words, self.log, self.noteEvery) = (store, bring, forget, words, log, noteEvery)
  }

  /// Until a graceful shutdown.
  package func run() async throws {
    try? await cancelWhenGracefulShutdown {
      do {
        try await store.write { tx in try ImportProgress.settle(in: tx) }
        try await tidy()
      } catch { report(error) }
      while true {
        do { try await perform() } catch {
          report(error)
          // Nothing runs any more, whatever is noted.
          try? await store.write { tx in try ImportProgress.settle(in: tx) }
        }
        try await _Concurrency.Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Brings the one that waits, if there is one.
  package func perform() async throws {
    guard try await store.read({ tx in try ImportProgress.isWaiting(in: tx) }) else { return }
    guard let job = try await store.write({ tx in try ImportProgress.begin(in: tx) }) else { return }
    let notes = Notes(job.id, written: job.written, store)
    let end = await withTaskGroup(of: ImportProgress.End?.self) { group in
      group.addTask { await outcome(of: job.order, notes) }
      group.addTask {
        await watch(notes)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      // Whoever watched has seen that it is not to go on: then it ends when it notices.
      let second = await group.next() ?? nil
      return first ?? second
    }
    // A task that was cancelled writes all the same: what is noted last must be true.
    _ = try await notes.write()
    try await store.write { tx in try ImportProgress.end(end ?? .later, of: job.id, in: tx) }
    log.notice("an import ended", metadata: ["import": "\(job.id.rawValue)", "end": "\(end.map { "\($0)" } ?? "stopped")"])
    // At a farewell nothing is read any more; the next start does it.
    if !_Concurrency.Task.isCancelled { try await tidy() }
  }

  private func tidy() async throws { forget(try await store.read { tx in try ImportProgress.keptFolders(in: tx) }) }

  /// Nil where it was cancelled.
  private func outcome(of order: ImportOrder, _ notes: Notes) async -> ImportProgress.End? {
    do {
      try await bring(order) { notes.take($0) }
      return .done
    } catch is CancellationError { return nil } catch {
      log.error("an import failed", metadata: ["error": "\(error)"])
      return .failed(words(error))
    }
  }

  private func watch(_ notes: Notes) async {
    while true {
      do {
        try await _Concurrency.Task.sleep(for: noteEvery)
        guard try await notes.write() else { return }
      } catch is CancellationError { return } catch { report(error) }
    }
  }

  private func report(_ error: any Error) { log.error("the state of an import could not be noted", metadata: ["error": "\(error)"]) }

  /// What is to be noted of an import; whoever brings it is never kept waiting for that.
  private final class Notes: Sendable {
    private let job: ImportJobID
    /// What was written before it went on.
    private let written: Int
    private let store: any Store
    private let news = Mutex(ImportNews())
    private let noted = Mutex(0)

    init(_ job: ImportJobID, written: Int, _ store: any Store) { (self.job, self.written, self.store) = (job, written, store) }

    func take(_ news: ImportNews) { self.news.withLock { $0 = news } }

    /// False where it is not to go on.
    func write() async throws -> Bool {
      var (counts, problems) = news.withLock { ($0.counts, $0.problems) }
      counts.written += written
      let (job, start) = (job, noted.withLock { $0 })
      let goesOn = try await store.write { [counts, problems] tx in
        try ImportProgress.note(counts, problems: problems[min(start, problems.count)...], of: job, in: tx)
      }
      noted.withLock { $0 = problems.count }
      return goesOn
    }
  }
}
