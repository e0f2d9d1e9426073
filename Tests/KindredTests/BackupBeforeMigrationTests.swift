import Database
import DatabaseSQLite
import Foundation
import TestSupport
import Testing

@testable import Kindred

@Suite("Before a migration") struct BackupBeforeMigrationTests {
  /// A data folder as an older program left it: with one migration less.
  private final class Older {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-older-\(UUID().uuidString)").path
    let last: Migration
    init() async throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let all = try Migration.list(TestStore.migrationFiles(), for: .sqlite)
      last = try #require(all.last)
      let store = try self.store()
      try await Migrator(all.dropLast()).run(on: store)
      try await store.close()
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func store() throws -> SQLiteStore { try SQLiteStore(path: DataFolder.databaseFile(in: path)) { .testStart } }
    func addSomebody() async throws {
      _ = try await OpenData.closing(try store()) { store in
        try await store.write { tx in
          try tx.run("INSERT INTO member (name, handle, role, created_at) VALUES ('Ana', 'ana', 'member', 1)")
        }
      }
    }
    func migrate(isWanted: Bool = true) async throws -> [String] {
      let configuration = try ServerConfiguration.read(environment: ["KINDRED_DATA": path], file: { _ in nil }, isFolder: { _ in false })
      return try await OpenData.closing(try store()) { store in
        try await BackupBeforeMigration(configuration: configuration, isWanted: isWanted) { _ in }
          .migrate(store, ProductFiles(overrides: nil))
      }
    }
    var backups: [String] { (try? FileManager.default.contentsOfDirectory(atPath: DataFolder.backups(in: path))) ?? [] }
  }

  @Test("a community is put into a backup that is whole and older than the migration") func kept() async throws {
    let older = try await Older()
    try await older.addSomebody()
    #expect(try await older.migrate() == [older.last.name])
    let name = try #require(older.backups.first)
    #expect(name.hasSuffix("-before-\(older.last.name).tar"))
    let (manifest, _) = try VerifyBackup(DataFolder.backups(in: older.path) + "/" + name).perform()
    #expect(manifest.counts.members == 1)
    #expect(manifest.schema < older.last.name)
    // Up to date, nothing is made.
    #expect(try await older.migrate() == [])
    #expect(older.backups.count == 1)
  }

  @Test("nothing is kept of data without anybody, or where it is not wanted") func notKept() async throws {
    let empty = try await Older()
    #expect(try await empty.migrate() == [empty.last.name])
    #expect(empty.backups == [])
    let other = try await Older()
    try await other.addSomebody()
    #expect(try await other.migrate(isWanted: false) == [other.last.name])
    #expect(other.backups == [])
  }

  @Test("where the backup cannot be made, nothing is migrated") func refused() async throws {
    let older = try await Older()
    try await older.addSomebody()
    // A file stands where the folder of backups would be.
    try Data().write(to: URL(fileURLWithPath: DataFolder.backups(in: older.path)))
    await #expect(throws: (any Error).self) { try await older.migrate() }
    let done = try await OpenData.closing(try older.store()) { store in try await store.read { try Migration.done(in: $0) }.map(\.name) }
    #expect(!done.contains(older.last.name))
  }

  @Test("a backup of an older program is brought up to date when it is restored, into an empty place only") func restored() async throws {
    let older = try await Older()
    try await older.addSomebody()
    _ = try await older.migrate()
    let backup = DataFolder.backups(in: older.path) + "/" + (try #require(older.backups.first))
    let place = older.path + "/other"
    let configuration = try ServerConfiguration.read(environment: ["KINDRED_DATA": place], file: { _ in nil }, isFolder: { _ in false })
    let folder = try DataFolder(place)
    let report = try await RestoreBackup(path: backup, configuration: configuration).perform(in: folder)
    #expect(report.migrations == [older.last.name])
    await #expect(throws: BackupFault.notEmpty(place, what: "kindred.sqlite")) {
      try await RestoreBackup(path: backup, configuration: configuration).perform(in: folder)
    }
  }
}
