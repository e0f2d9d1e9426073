package import Community
package import Database
package import Logging
import ServiceLifecycle

/// Does what of erasures lies outside of the database, after each and again after a crash: the list beside the database gets its lines, and
/// files of pictures and mail go.
package struct SettleErasures: Service {
  private let store: any Store
  private let files: ErasureFiles
  private let log: Logger

  package init(store: any Store, files: ErasureFiles, log: Logger) { (self.store, self.files, self.log) = (store, files, log) }

  /// Until a graceful shutdown.
  package func run() async throws {
    try await wakeUps(store, pollEvery: .seconds(60)) {
      do { try await perform() } catch { log.error("an erasure is not at its end", metadata: ["error": "\(error)"]) }
    }
  }

  /// Whatever is open now.
  package func perform() async throws {
    while true {
      let open = try await store.read { tx in try OpenErasure.all(in: tx) }
      if open.isEmpty { return }
      // First of all, so that a backup of before cannot bring them back.
      try await files.keepList(try await store.read { tx in try Erasure.all(in: tx) })
      try await ForgetUnusedPictures(store: store, removeFiles: files.removePictures).perform()
      try await files.removeMail(open.flatMap(\.mail))
      // Removed words lie in the index and in the log of writes until these are tidied.
      try await store.write { tx in try SearchCheck.forgetRemoved(in: tx) }
      try await store.forgetRemoved()
      try await store.write { tx in try OpenErasure.settle(open.map(\.id), in: tx) }
    }
  }
}

/// What lies outside of the database of people who are erased; each may be done again.
package struct ErasureFiles: Sendable {
  let removePictures: @Sendable ([String]) async throws -> Void
  let removeMail: @Sendable ([String]) async throws -> Void
  let keepList: @Sendable ([Erasure]) async throws -> Void

  /// Files of pictures by their names, mail in the spool by its number, and the list of all who were erased.
  package init(
    removePictures: @escaping @Sendable ([String]) async throws -> Void, removeMail: @escaping @Sendable ([String]) async throws -> Void,
    keepList: @escaping @Sendable ([Erasure]) async throws -> Void
  ) {
    (self.removePictures, self.removeMail, self.keepList) = (removePictures, removeMail, keepList)
  }
}
