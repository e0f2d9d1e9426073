import Community
import Database
import DatabasePostgres
import DatabaseSQLite

/// A whole community moved from one place to another, which is brought up to date first and must be without anybody.
struct CommunityMove {
  let from: CommunityPlace
  let to: CommunityPlace

  func run(progress: (_ done: Int64, _ all: Int64, _ more: Int) -> Void) async throws -> [StoreCopy.Table] {
    try await from.opened(makes: false) { source in
      try await to.opened(makes: true) { target in
        guard try await !target.read({ try SiteSettings.hasMembers(in: $0) }) else {
          throw Typed.Refusal(description: "--to: there is a community already")
        }
        let tables = try await StoreCopy(from: source, to: target).run(progress: progress)
        try await target.write { tx in try SearchCheck.rebuildIndex(in: tx) }
        return tables
      }
    }
  }
}

extension CommunityPlace {
  /// Opens it for one command alone, and brings it up to date.
  fileprivate func opened<T: Sendable>(makes: Bool, _ work: (any Store) async throws -> T) async throws -> T {
    switch self {
    case .postgres(let address):
      return try await Self.use(PostgresStore(address: address, clock: SystemClock.now), .postgres, work)
    case .folder(let path):
      if !makes { try DataFolder.requireDatabase(in: path) }
      let folder = try DataFolder(path)
      let store = try SQLiteStore(path: DataFolder.databaseFile(in: path), clock: SystemClock.now)
      let result = try await Self.use(store, .sqlite, work)
      withExtendedLifetime(folder) {}
      return result
    }
  }

  private static func use<T: Sendable>(_ store: any Store, _ dialect: Dialect, _ work: (any Store) async throws -> T) async throws -> T {
    do {
      try await Operator.migrations(ProductFiles(overrides: nil), for: dialect).run(on: store)
      let result = try await work(store)
      try await store.close()
      return result
    } catch {
      try? await store.close()
      throw error
    }
  }
}
