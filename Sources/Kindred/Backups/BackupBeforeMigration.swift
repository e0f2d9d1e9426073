import Community
import Database
import Foundation

/// Brings data up to this program's version, and puts it into a backup before, where there is anybody's.
struct BackupBeforeMigration {
  let configuration: ServerConfiguration
  /// Refused by an operator who has one already, or no room.
  var isWanted = true
  let say: (String) -> Void

  /// Answers the names of what ran. When the backup cannot be made, nothing runs.
  func migrate(_ store: any Store, _ files: ProductFiles) async throws -> [String] {
    let migrator = try Operator.migrations(files, for: configuration.engine)
    if isWanted, let first = try await migrator.missing(on: store).first, try await store.read({ try SiteSettings.hasMembers(in: $0) }) {
      let folder = DataFolder.backups(in: configuration.data)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let path = "\(folder)/\(BackupFileName.text(at: SystemClock.milliseconds()))-before-\(first).tar"
      _ = try await MakeBackup(configuration).write(to: path)
      say("backed up to \(path)")
    }
    return try await migrator.run(on: store)
  }
}

/// What backups are called that the program names itself: by their moment, so that they stand in order.
enum BackupFileName {
  /// `kindred-20261122-224501`, in UTC.
  static func text(at milliseconds: Int64) -> String {
    let digits = LogTime.text(milliseconds).prefix { $0 != "." }.filter(\.isNumber)
    return "kindred-\(digits.prefix(8))-\(digits.dropFirst(8))"
  }
}
