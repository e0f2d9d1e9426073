package import Database
import DatabasePostgres
package import DatabaseSQLite
import Foundation

/// A Store of one test: real SQL on a copy of one migrated database, with a clock the test holds. The data goes with the last reference.
/// The engine is SQLite, or in a run with ``TestPostgres`` that server.
package final class TestStore: Store {
  private let engine: any Store
  private let place: Place
  /// What the Store takes the time from.
  package let clock: TestClock

  /// The engine itself, for what only SQLite can answer; nil in a run on PostgreSQL.
  package var sqlite: SQLiteStore? { engine as? SQLiteStore }
  /// Where the embedded database lies, for tests that open it a second time; empty in a run on PostgreSQL.
  package var path: String { place.file?.path ?? "" }

  /// Makes a database with all migrations and nobody in it; on SQLite in any run, where a test wants two engines.
  package static func make(on dialect: Dialect = dialect, now: Timestamp = .testStart) async throws -> TestStore {
    let template = dialect == .sqlite ? sqliteTemplate : postgresTemplate
    return try TestStore(Place(on: dialect, copyOf: try await template.value), now)
  }

  /// Makes a database without any table, for tests of the Store and of migrations.
  package static func makeEmpty(now: Timestamp = .testStart) throws -> TestStore { try TestStore(Place(on: dialect), now) }

  private init(_ place: Place, _ now: Timestamp) throws {
    let clock = TestClock(now)
    self.place = place
    self.clock = clock
    engine = try place.open { clock.now }
  }

  deinit {
    // Whatever still holds the engine would keep connections to a database that is about to go.
    place.remove()
  }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    guard let statements = RecordedStatements.ofThisRun else { return try await engine.read(body) }
    return try await engine.read { try body(statements.overhearing($0)) }
  }
  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    guard let statements = RecordedStatements.ofThisRun else { return try await engine.write(body) }
    return try await engine.write { try body(statements.overhearing($0)) }
  }
  package func commits() -> AsyncStream<Void> { engine.commits() }
  package func forgetRemoved() async throws { try await engine.forgetRemoved() }
  package func close() async throws { try await engine.close() }

  /// Opens the same data again, as a restarted server does.
  package func reopened() throws -> any Store {
    let clock = clock
    return try place.open { clock.now }
  }

  /// The engine of this run.
  package static var dialect: Dialect { TestPostgres.server == nil ? .sqlite : .postgres }

  /// The repository's migrations by file name, as the binary carries them.
  package static func migrationFiles() throws -> [String: String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("migrations", isDirectory: true)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".sql") {
      files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return files
  }

  /// Migrating takes longer than copying: it is done once for all tests of a run.
  private static let sqliteTemplate = _Concurrency.Task { try await migrated(.sqlite) }
  private static let postgresTemplate = _Concurrency.Task { try await migrated(.postgres) }

  private static func migrated(_ dialect: Dialect) async throws -> Place {
    let place = try Place(on: dialect)
    let store = try place.open { .testStart }
    try await Migrator(Migration.list(migrationFiles(), for: dialect)).run(on: store)
    try await store.close()
    return place
  }
}

/// Where the data of one test lies: a folder with a file, or a database of the server.
private enum Place: Sendable {
  case file(URL)
  case database(String)

  init(on dialect: Dialect, copyOf template: Place? = nil) throws {
    let name = "kindred_test_" + UUID().uuidString.replacing("-", with: "").lowercased()
    switch (dialect, template) {
    case (.sqlite, let template):
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name, isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("kindred.sqlite")
      // The last connection to close may be a reader, which leaves the log beside the file.
      for suffix in ["", "-wal"] {
        guard let from = template?.file?.path, FileManager.default.fileExists(atPath: from + suffix) else { continue }
        try FileManager.default.copyItem(atPath: from + suffix, toPath: file.path + suffix)
      }
      self = .file(file)
    case (.postgres, .database(let template)):
      try TestPostgres.command("CREATE DATABASE \(name) TEMPLATE \(template)")
      self = .database(name)
    case (.postgres, _):
      try TestPostgres.command("CREATE DATABASE \(name) TEMPLATE template0 LOCALE 'C.UTF-8' ENCODING 'UTF8'")
      self = .database(name)
    }
  }

  var file: URL? { if case .file(let url) = self { url } else { nil } }

  func open(_ clock: @escaping Clock) throws -> any Store {
    switch self {
    case .file(let url): try SQLiteStore(path: url.path, clock: clock)
    case .database(let name): PostgresStore(address: TestPostgres.address(of: name), readers: 2, clock: clock)
    }
  }

  func remove() {
    switch self {
    case .file(let url): try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    case .database(let name): try? TestPostgres.command("DROP DATABASE \(name) WITH (FORCE)")
    }
  }
}
