import Community
import Database
import Foundation

/// The folder of backups that the server makes by itself. Beside each that was found whole lies a small file that says so.
struct BackupShelf: Sendable {
  let configuration: ServerConfiguration
  private var folder: String { DataFolder.backups(in: configuration.data) }

  /// The newest first.
  func list() -> [KeptBackup] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("kindred-") && $0.hasSuffix(".tar") }.sorted(by: >).compactMap { name in
      var facts = stat()
      guard stat(folder + "/" + name, &facts) == 0 else { return nil }
      let made = Timestamp(milliseconds: Int64(facts.st_mtim.tv_sec) * 1000)
      return KeptBackup(name: name, bytes: Int64(facts.st_size), madeAt: made, isVerified: access(folder + "/" + mark(name), F_OK) == 0)
    }
  }

  /// Makes one, reads it back, and lets go of those that are too many; answers its name.
  func make(keep: Int) async throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // What a server left that ended in the middle: nobody else writes here.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".part") { unlink(folder + "/" + name) }
    let name = BackupFileName.text(at: SystemClock.milliseconds()) + ".tar"
    // A process of its own, so that no request waits for the disk behind it.
    try await OwnProgram.run(["backup", folder + "/" + name])
    try await OwnProgram.run(["verify", folder + "/" + name])
    _ = FileManager.default.createFile(atPath: folder + "/" + mark(name), contents: nil, attributes: [.posixPermissions: 0o600])
    letGo(keep: keep)
    return name
  }

  /// Removes those beyond `keep`, and of those of before a migration all but three.
  func letGo(keep: Int) {
    let (before, others) = (list().filter { $0.name.contains("-before-") }, list().filter { !$0.name.contains("-before-") })
    for old in others.dropFirst(keep) + before.dropFirst(3) {
      unlink(folder + "/" + old.name)
      unlink(folder + "/" + mark(old.name))
    }
  }

  private func mark(_ name: String) -> String { name + ".verified" }
}
