import Database

/// The data held for one command alone, brought up to date first and closed afterwards.
enum OpenData {
  static func run<T: Sendable>(_ work: (any Store) async throws -> T) async throws -> T {
    let configuration = try Operator.configuration()
    return try await run(in: DataFolder(configuration.data), configuration, work)
  }

  static func run<T: Sendable>(
    in folder: DataFolder, _ configuration: ServerConfiguration, _ work: (any Store) async throws -> T
  ) async throws -> T {
    let result = try await closing(Operator.open(configuration)) { store in
      _ = try await BackupBeforeMigration(configuration: configuration, say: Operator.say).migrate(store, ProductFiles(overrides: nil))
      return try await work(store)
    }
    withExtendedLifetime(folder) {}
    return result
  }

  /// Works with a Store and closes it, whatever comes of the work.
  static func closing<T: Sendable>(_ store: any Store, _ work: (any Store) async throws -> T) async throws -> T {
    let result: T
    do { result = try await work(store) } catch {
      try? await store.close()
      throw error
    }
    try await store.close()
    return result
  }
}
