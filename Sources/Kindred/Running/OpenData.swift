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
    let store = try Operator.open(configuration)
    do {
      _ = try await Operator.migrations(ProductFiles(overrides: nil), for: configuration.engine).run(on: store)
      let result = try await work(store)
      try await store.close()
      withExtendedLifetime(folder) {}
      return result
    } catch {
      try? await store.close()
      throw error
    }
  }
}
