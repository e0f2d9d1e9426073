package import Community
package import Database
package import Logging
import ServiceLifecycle

/// Keeps what matching knows up to date while nobody asks, and makes it anew after a start, an import, or a change of what is public.
package actor KeepMatchIndex: Service {
  private let index: MatchIndex
  private let store: any Store
  private let log: Logger

  package init(_ index: MatchIndex, store: any Store, log: Logger) {
    (self.index, self.store, self.log) = (index, store, log)
  }

  package func run() async throws {
    try await wakeUps(store, pollEvery: .seconds(2)) { await self.tryToKeepUp() }
  }

  /// Hears of everything so far, for tests and for the command line.
  package func keepUp() async throws {
    let index = index
    while try await store.read({ tx in try index.catchUp(in: tx) }) { try await index.rebuild(from: store) }
  }

  private func tryToKeepUp() async {
    do { try await keepUp() } catch is CancellationError {} catch {
      log.error("what matching knows could not be brought up to date", metadata: ["error": "\(error)"])
    }
  }
}
