import Community
import Database
import DatabasePostgres
import DatabaseSQLite

/// A whole community moved from one place to another, which is brought up to date first and must be without anybody.
struct CommunityMove {
  let from: CommunityPlace
  let to: CommunityPlace

  func run(progress: (_ done: Int64, _ all: Int64, _ more: Int) -> Void) async throws -> [StoreCopy.Table] {
    guard !from.isSameFolder(as: to) else { throw Typed.Refusal(description: "--to: that is where it is") }
    let source = try from.held("--from", makes: false)
    // The other address of the same database is found out here: it is held already.
    let target = try to.held("--to", makes: true)
    return try await OpenData.closing(source.store) { source in
      try await OpenData.closing(target.store) { target in try await move(source, target, progress) }
    }
  }

  private func move(_ source: any Store, _ target: any Store, _ progress: (Int64, Int64, Int) -> Void) async throws -> [StoreCopy.Table] {
    // Nothing is written before both are known for what they are.
    guard try await Self.tables(of: source).contains("migration") else {
      throw Typed.Refusal(description: "--from: there is no community")
    }
    let there = try await Self.tables(of: target)
    guard there.isEmpty || there.contains("migration") else { throw Typed.Refusal(description: "--to: there are another program's tables") }
    try await Operator.migrations(ProductFiles(overrides: nil), for: from.dialect).run(on: source)
    try await Operator.migrations(ProductFiles(overrides: nil), for: to.dialect).run(on: target)
    guard try await !target.read({ try SiteSettings.hasMembers(in: $0) }) else {
      throw Typed.Refusal(description: "--to: there is a community already")
    }
    let tables = try await StoreCopy(from: source, to: target).run(progress: progress)
    try await target.write { tx in try SearchCheck.rebuildIndex(in: tx) }
    return tables
  }

  private static func tables(of store: any Store) async throws -> [String] { try await store.read { try TableDescription.names(in: $0) } }
}

/// A Store that nobody else has open, as long as this lives.
private struct HeldStore {
  let store: any Store
  let hold: any Sendable
}

extension CommunityPlace {
  fileprivate var dialect: Dialect {
    switch self {
    case .postgres: .postgres
    case .folder: .sqlite
    }
  }

  /// Opens it for one command alone; `option` is what the operator called it.
  fileprivate func held(_ option: String, makes: Bool) throws -> HeldStore {
    switch self {
    case .postgres(let address):
      do {
        let hold = try PostgresHold(address)
        return HeldStore(store: PostgresStore(address: address, under: hold, clock: SystemClock.now), hold: hold)
      } catch DatabaseFault.busy {
        throw Typed.Refusal(
          description: "\(option): another kindred uses that database; stop it first, and see that --from and --to are not the same")
      }
    case .folder(let path):
      if !makes { try DataFolder.requireDatabase(in: path) }
      let folder = try DataFolder(path)
      return HeldStore(store: try SQLiteStore(path: DataFolder.databaseFile(in: path), clock: SystemClock.now), hold: folder)
    }
  }
}
