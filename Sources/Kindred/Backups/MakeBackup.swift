import Archives
import Community
import Database
import DatabaseSQLite
import Foundation

/// Puts a community into one file, beside a server that may be running: rows first, at one moment, then the files those rows speak of.
struct MakeBackup: Sendable {
  let configuration: ServerConfiguration
  let settings: KeptSettings

  init(_ configuration: ServerConfiguration) {
    self.configuration = configuration
    settings = .current(configuration.data)
  }

  /// Writes it to a path where nothing stands. All that was acknowledged before the call is in it.
  /// Throws `ArchiveFault`, ``BackupFault`` and `DatabaseFault`.
  func write(to path: String) async throws -> BackupManifest {
    let madeAt = SystemClock.milliseconds()
    let archive = try ArchiveWriter(path, time: madeAt / 1000)
    let snapshot = BackupSnapshot(at: path + ".rows.part", of: configuration)
    defer { snapshot.remove() }
    try await snapshot.make()
    let manifest = try await OpenData.closing(SQLiteFile(path: snapshot.path, clock: SystemClock.now)) { rows in
      try await add(pictures: rows, to: archive, madeAt: madeAt)
    }
    try archive.add(BackupMember.settings.name(), Array(settings.text.utf8))
    try archive.add(BackupMember.database.name(), fileAt: snapshot.path)
    try archive.add(BackupMember.manifest.name(), try manifest.encoded())
    try archive.finish()
    return manifest
  }

  private func add(pictures rows: any Store, to archive: ArchiveWriter, madeAt: Int64) async throws -> BackupManifest {
    let folder = DataFolder.pictures(in: configuration.data)
    var (last, files): (PictureID?, Int) = (nil, 0)
    var absent: [(id: PictureID, file: String)] = []
    while true {
      let after = last
      let some = try await rows.read { tx in try PictureFiles.list(after: after, most: 500, in: tx) }
      for picture in some {
        last = picture.id
        for file in picture.files {
          let isThere = try archive.add(BackupMember.picture(file).name(), fileAt: "\(folder)/\(file.prefix(2))/\(file)") != nil
          if isThere { files += 1 } else { absent.append((picture.id, file)) }
        }
      }
      if some.count < 500 { break }
    }
    let lost = try await settle(absent, in: rows)
    let (schema, counts) = try await rows.read { tx in (try Migration.done(in: tx).last?.name ?? "", try BackupManifest.Counts(in: tx)) }
    return BackupManifest(
      madeAt: madeAt, engine: configuration.postgres == nil ? "SQLite" : "PostgreSQL", schema: schema, counts: counts, pictureFiles: files,
      lostFiles: Array(lost.prefix(100)))
  }

  /// A row without its file is of a picture that was only being taken in, or that has gone since: it is left out of the copy. What the
  /// community still shows and has no file of is its own loss; it is answered, and stays as it is.
  private func settle(_ absent: [(id: PictureID, file: String)], in rows: any Store) async throws -> [String] {
    guard !absent.isEmpty else { return [] }
    let ids = absent.map(\.id)
    let shownThen = Set(try await rows.read { tx in try PictureFiles.shown(ids, in: tx) })
    let shownNow = Set(
      try await OpenData.closing(Operator.openExisting(configuration)) { live in try await live.read { try PictureFiles.shown(ids, in: $0) }
      })
    let lost = shownThen.intersection(shownNow)
    let others = Set(ids).subtracting(lost)
    try await rows.write { tx in try PictureFiles.leaveOut(Array(others), in: tx) }
    return absent.filter { lost.contains($0.id) }.map(\.file)
  }
}

extension BackupManifest.Counts {
  init(in tx: Transaction) throws {
    func count(_ rows: SQL) throws -> Int { try tx.value("SELECT count(*) FROM \(rows)", as: Int.self) ?? 0 }
    self.init(
      members: try count("member"), topics: try count("topic"), posts: try count("post"), messages: try count("conversation_part"),
      pictures: try count("picture"))
  }
}
