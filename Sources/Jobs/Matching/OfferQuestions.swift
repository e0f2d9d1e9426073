package import Community
package import Database
package import Logging
import ServiceLifecycle

/// Offers questions nobody has answered to the members most likely to know, and tells them, each question once.
package struct OfferQuestions: Service {
  /// So many questions have their turn in one go; the next ones a minute later.
  private static let most = 50
  private let index: MatchIndex
  private let mailroom: Mailroom
  private let store: any Store
  private let log: Logger

  package init(_ index: MatchIndex, _ mailroom: Mailroom, store: any Store, log: Logger) {
    (self.index, self.mailroom, self.store, self.log) = (index, mailroom, store, log)
  }

  /// Until a graceful shutdown.
  package func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        do { try await perform() } catch { log.error("questions could not be offered", metadata: ["error": "\(error)"]) }
        try await _Concurrency.Task.sleep(for: .seconds(60))
      }
    }
  }

  /// Offers every question whose turn has come. Who may know is found out in a read, so that nobody who writes has to wait for it.
  package func perform() async throws {
    let (index, mailroom) = (index, mailroom)
    for _ in 0..<Self.most {
      guard let turn = try await store.read({ tx in try AskAround.next(index, in: tx) }) else { return }
      try await store.write { tx in
        let told = try turn.perform(in: tx)
        try mailroom.hold(told, in: tx)
        try ToldNotices.record(told, in: tx)
      }
    }
  }
}
