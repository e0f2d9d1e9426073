import Community
package import Database

/// Removes the pictures that nothing has shown for a day, their files first: a row whose file is left over is met again, a file without a row
/// never.
package struct ForgetUnusedPictures: Sendable {
  private let store: any Store
  private let removeFiles: @Sendable ([String]) async throws -> Void

  package init(store: any Store, removeFiles: @escaping @Sendable ([String]) async throws -> Void) {
    (self.store, self.removeFiles) = (store, removeFiles)
  }

  package func perform() async throws {
    while true {
      let going = try await store.write { tx in try ForgetPictures().perform(in: tx) }
      guard !going.isEmpty else { return }
      try await removeFiles(going.flatMap(\.files))
      try await store.write { tx in try ForgetPictures.finish(going, in: tx) }
    }
  }
}
