import Community
package import Database
package import Logging
import ServiceLifecycle

/// Every hour lets go of what has served its time, counts what the last weeks came to, and makes members findable who came by other means than signing up.
package struct Housekeeping: Service {
  private let store: any Store
  private let removeFiles: @Sendable ([String]) async throws -> Void
  private let log: Logger
  private let every: Duration

  /// `removeFiles` removes files of pictures that may be there.
  package init(
    store: any Store, removeFiles: @escaping @Sendable ([String]) async throws -> Void, log: Logger, every: Duration = .seconds(3600)
  ) {
    self.store = store
    self.removeFiles = removeFiles
    self.log = log
    self.every = every
  }

  package func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        do {
          try await store.write { tx in try ForgetTraces().perform(in: tx) }
          try await store.write { tx in try ForgetNotices().perform(in: tx) }
          try await store.write { tx in try CloseTopic.openDue(in: tx) }
        } catch {
          log.error("what has served its time could not be removed", metadata: ["error": "\(error)"])
        }
        do {
          let weeks = try await store.read { tx in try CountWeeks.read(in: tx) }
          try await store.write { tx in try weeks.write(in: tx) }
        } catch {
          log.error("the last weeks could not be counted", metadata: ["error": "\(error)"])
        }
        do { try await ForgetUnusedPictures(store: store, removeFiles: removeFiles).perform() } catch {
          log.error("pictures that nothing shows could not be removed", metadata: ["error": "\(error)"])
        }
        do { while try await store.write({ tx in try NameIndex.fill(in: tx) }) > 0 {} } catch {
          log.error("the names of members could not be indexed", metadata: ["error": "\(error)"])
        }
        try await _Concurrency.Task.sleep(for: every)
      }
    }
  }
}
