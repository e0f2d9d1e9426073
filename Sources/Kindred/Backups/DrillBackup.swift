import Foundation
import Pictures
import DatabaseSQLite

/// Restores a backup into a folder that goes away again, and checks what came of it, so that the day it is needed is not the first time.
struct DrillBackup {
  let path: String
  /// Where there is room for all of it.
  let room: String

  /// Whether a community came of it that is sound.
  func perform(say: @escaping (String) -> Void) async throws -> Bool {
    var template = Array("\(room)/kindred-drill-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BackupFault.notEmpty(room, what: String(cString: strerror(errno))) }
    let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let configuration = try ServerConfiguration.read(environment: ["KINDRED_DATA": place], file: { _ in nil }, isFolder: { _ in false })
    let folder = try DataFolder(place)
    let report = try await RestoreBackup(path: path, configuration: configuration).perform(in: folder)
    say("restored: \(report.manifest.summary)")
    let isGood = try await OpenData.closing(SQLiteStore(path: DataFolder.databaseFile(in: place), clock: SystemClock.now)) { store in
      try await DataCheck(store: store, pictures: PictureFolder(DataFolder.pictures(in: place)), mayHoldWriters: true, say: say).perform()
    }
    withExtendedLifetime(folder) {}
    return isGood
  }
}

extension BackupManifest {
  /// What it holds, in one line.
  var summary: String {
    "\(counts.members) members, \(counts.topics) topics, \(counts.posts) posts, \(counts.messages) messages, \(counts.pictures) pictures, "
      + "made \(made.prefix(19)) UTC from \(engine), \(schema)"
  }
}
