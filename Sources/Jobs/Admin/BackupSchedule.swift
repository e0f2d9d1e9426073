import Community
package import Database
package import Logging
import ServiceLifecycle

/// Backs the community up when its time has come or somebody asked, one at a time.
package struct BackupSchedule: Service {
  private let store: any Store
  private let make: @Sendable (_ keep: Int) async throws -> String
  private let words: @Sendable (any Error) -> String
  private let log: Logger

  /// `make` makes one, verifies it, lets go of those beyond the number kept, and answers its name; `words` says what went wrong.
  package init(
    store: any Store, make: @escaping @Sendable (_ keep: Int) async throws -> String, words: @escaping @Sendable (any Error) -> String,
    log: Logger
  ) {
    (self.store, self.make, self.words, self.log) = (store, make, words, log)
  }

  /// Until a graceful shutdown.
  package func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        do { try await perform() } catch { log.error("whether a backup is due could not be read", metadata: ["error": "\(error)"]) }
        try await _Concurrency.Task.sleep(for: .seconds(5))
      }
    }
  }

  /// Makes one if it is due.
  package func perform() async throws {
    guard try await store.read({ tx in try BackupRun.isDue(in: tx) }) else { return }
    let keep = try await store.write { tx in try BackupRun.begin(in: tx) }
    var fault: String?
    do {
      let name = try await make(keep)
      log.notice("backed up", metadata: ["backup": .string(name)])
    } catch {
      fault = words(error)
      log.error("no backup could be made", metadata: ["error": "\(error)"])
    }
    let outcome = fault
    try await store.write { tx in try BackupRun.end(outcome, in: tx) }
  }
}
