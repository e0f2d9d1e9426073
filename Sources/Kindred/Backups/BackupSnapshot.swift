import Community
import Database
import DatabasePostgres
import DatabaseSQLite
import Files
import Foundation

/// The rows of a community at one moment, in a SQLite file whichever engine has them.
struct BackupSnapshot {
  let path: String
  let configuration: ServerConfiguration

  /// What stands in a file of that name is from a backup that did not end.
  init(at path: String, of configuration: ServerConfiguration) {
    (self.path, self.configuration) = (path, configuration)
  }

  func make() async throws {
    remove()
    guard let address = configuration.postgres else {
      try DataFolder.requireDatabase(in: configuration.data)
      return try SQLiteSnapshot.write(of: DataFolder.databaseFile(in: configuration.data), to: path)
    }
    try await OpenData.closing(try PostgresMoment(address: address, clock: SystemClock.now)) { moment in
      try await OpenData.closing(try SQLiteFile(path: path, clock: SystemClock.now)) { file in try await Self.copy(moment, to: file) }
    }
  }

  func remove() { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }

  /// The same migrations as there, which may be fewer than this program has: a backup is made before they run.
  private static func copy(_ source: any Store, to target: any Store) async throws {
    let done = Set(try await source.read { try Migration.done(in: $0) }.map(\.number))
    let all = try Migration.list(ProductFiles(overrides: nil).tree.texts(in: "migrations"), for: .sqlite)
    try await Migrator(all.filter { done.contains($0.number) }).run(on: target)
    try await StoreCopy.exact(from: source, to: target)
    try await target.write { tx in try SearchCheck.rebuildIndex(in: tx) }
  }
}

extension StoreCopy {
  /// Copies and compares. Throws ``BackupFault``.
  static func exact(from source: any Store, to target: any Store) async throws {
    do {
      let strange = try await StoreCopy(from: source, to: target).run { _, _, _ in }.filter { !$0.isAlike }
      guard strange.isEmpty else { throw BackupFault.notAlike(strange.map(\.name)) }
    } catch StoreCopy.Refusal.otherTables(let table) { throw BackupFault.otherTables(table) }
  }
}
