import Foundation
import Testing

/// The archives beside the repository, which are read where they lie.
enum SharedArchive {
  /// The desk beside the repository, found from this file.
  static func path(_ name: String) -> String {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appending(path: "shared").appending(path: name).path
  }

  static func isThere(_ name: String) -> Bool {
    if FileManager.default.fileExists(atPath: path(name)) { return true }
    print("skipped: wanted ../shared/\(name) beside the repository")
    return false
  }

  static func unpacked(_ name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kindred-archive-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "--zstd", "-xf", path(name), "-C", folder]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0, "tar with zstd is needed")
    return folder
  }
}
