import Archives
import Community
import Database
import DatabasePostgres
import DatabaseSQLite
import Files
import Foundation
import Jobs
import Pages
import Pictures

/// Brings a community back out of a backup, into a place where there is none.
struct RestoreBackup {
  let path: String
  let configuration: ServerConfiguration
  /// A list of who was erased that lies elsewhere.
  var erased: String?

  /// What was done, for an operator to read.
  struct Report {
    let manifest: BackupManifest
    let migrations: [String]
    let mailNotSent: Int
    let erasedAgain: Int
  }

  /// Reads the backup twice: nothing is unpacked of one that is not whole. The database takes its place last, so that a restore that was
  /// interrupted leaves none. The folder must be held by the caller.
  func perform(in folder: DataFolder) async throws -> Report {
    try Self.requireEmpty(folder.path)
    let (manifest, _) = try VerifyBackup(path).perform()
    let staging = folder.path + "/restore.part"
    try? FileManager.default.removeItem(atPath: staging)
    defer { try? FileManager.default.removeItem(atPath: staging) }
    try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try ArchiveReader(path).read(into: UnpackBackup(into: staging))
    let database = DataFolder.databaseFile(in: staging)
    let erasures = ErasedList.around(path, into: folder.path, besides: erased)
    let report = try await OpenData.closing(SQLiteFile(path: database, clock: SystemClock.now)) { rows in
      let ready = try await ready(rows, manifest, staging: staging, erasures: erasures)
      if let address = configuration.postgres { try await move(rows, to: address) }
      return ready
    }
    if configuration.postgres != nil { unlink(database) }
    try place(staging, in: folder.path)
    try ErasedList(in: folder.path).add(erasures)
    return report
  }

  /// Brings the rows to this program's version, and to what has happened since that must not be undone.
  private func ready(_ rows: any Store, _ manifest: BackupManifest, staging: String, erasures: [Erasure]) async throws -> Report {
    let ran = try await Operator.migrations(ProductFiles(overrides: nil), for: .sqlite).run(on: rows)
    let mail = try await rows.write { tx in try UnsentMail.giveUp(in: tx) }
    let again = try await erase(erasures, in: rows, pictures: DataFolder.pictures(in: staging))
    return Report(manifest: manifest, migrations: ran, mailNotSent: mail, erasedAgain: again)
  }

  private func erase(_ erasures: [Erasure], in rows: any Store, pictures: String) async throws -> Int {
    if erasures.isEmpty { return 0 }
    let words = try ErasedWords.ofSite(configuration)
    let count = try await rows.write { tx in try Erasure.replay(erasures, words: words, in: tx) }
    let folder = PictureFolder(pictures)
    try await ForgetUnusedPictures(store: rows) { try await folder.remove($0) }.perform()
    return count
  }

  private func move(_ rows: any Store, to address: String) async throws {
    let hold = try PostgresHold(address)
    try await OpenData.closing(PostgresStore(address: address, under: hold, clock: SystemClock.now)) { target in
      let tables = try await target.read { try TableDescription.names(in: $0) }
      guard tables.isEmpty || tables.contains("migration") else {
        throw BackupFault.notEmpty("the database", what: "another program's table")
      }
      try await Operator.migrations(ProductFiles(overrides: nil), for: .postgres).run(on: target)
      guard try await !target.read({ try SiteSettings.hasMembers(in: $0) }) else {
        throw BackupFault.notEmpty("the database", what: "a community")
      }
      try await StoreCopy.exact(from: rows, to: target)
    }
    withExtendedLifetime(hold) {}
  }

  /// Settings are put beside, not in force: ports and addresses are those of another machine.
  private func place(_ staging: String, in folder: String) throws {
    unlink(staging + "/manifest.json")
    sync()
    try Self.move(staging + "/settings.conf", to: folder + "/restored-settings.conf")
    if access(DataFolder.pictures(in: staging), F_OK) == 0 {
      try Self.move(DataFolder.pictures(in: staging), to: DataFolder.pictures(in: folder))
    }
    if configuration.postgres == nil { try Self.move(DataFolder.databaseFile(in: staging), to: DataFolder.databaseFile(in: folder)) }
    sync()
  }

  private static func move(_ from: String, to: String) throws {
    guard rename(from, to) == 0 else { throw ArchiveFault.system("\(to): \(String(cString: strerror(errno)))") }
  }

  /// What may be in a folder that nothing is restored over.
  private static let harmless: Set<String> = [
    "kindred.lock", "kindred.conf", "restore.part", "lost+found", "backups", "erased", "restored-settings.conf", "templates",
  ]

  private static func requireEmpty(_ folder: String) throws {
    let found = Set(try FileManager.default.contentsOfDirectory(atPath: folder)).subtracting(harmless)
    guard let one = found.sorted().first else { return }
    throw BackupFault.notEmpty(folder, what: one)
  }
}
