package import Database
package import DatabaseSQLite
import Foundation

/// A Store of one test: real SQL on a copy of one migrated file, with a clock the test holds. The file goes with the last reference.
package final class TestStore: Store {
  /// The engine itself, for what only it can answer.
  package let sqlite: SQLiteStore
  /// What the Store takes the time from.
  package let clock: TestClock
  /// Where the database lies, for tests that open it a second time.
  package let path: String
  private let folder: URL

  /// Makes a database with all migrations and nobody in it.
  package static func make(now: Timestamp = .testStart) async throws -> TestStore {
    let template = try await migratedFile.value
    return try TestStore(now: now) { file in
      // The last connection to close may be a reader, which leaves the log beside the file.
      for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: template.path + suffix) {
        try FileManager.default.copyItem(atPath: template.path + suffix, toPath: file.path + suffix)
      }
    }
  }

  /// Makes a database without any table, for tests of the Store and of migrations.
  package static func makeEmpty(now: Timestamp = .testStart) throws -> TestStore { try TestStore(now: now) { _ in } }

  private init(now: Timestamp, _ prepare: (URL) throws -> Void) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("kindred.sqlite")
    try prepare(file)
    path = file.path
    let clock = TestClock(now)
    self.clock = clock
    sqlite = try SQLiteStore(path: path, clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T { try await sqlite.read(body) }
  @discardableResult package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await sqlite.write(body)
  }
  package func commits() -> AsyncStream<Void> { sqlite.commits() }
  package func close() async throws { try await sqlite.close() }

  /// Opens the same file again, as a restarted server does.
  package func reopened() throws -> SQLiteStore {
    let clock = clock
    return try SQLiteStore(path: path, clock: { clock.now })
  }

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

  /// Migrating takes longer than copying a file: it is done once for all tests of a run.
  private static let migratedFile = _Concurrency.Task<URL, any Error> {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-template-\(UUID().uuidString).sqlite")
    let store = try SQLiteStore(path: file.path, clock: { .testStart })
    try await Migrator(Migration.list(migrationFiles(), for: .sqlite)).run(on: store)
    try await store.close()
    return file
  }
}
