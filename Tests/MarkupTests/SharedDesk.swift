import Foundation

/// The files beside the repository that are read where they lie and never copied into it.
enum SharedDesk {
  static func has(_ name: String) -> Bool {
    if FileManager.default.fileExists(atPath: path(name)) { return true }
    print("skipped: wanted ../shared/\(name)")
    return false
  }

  static func lines<Line: Decodable>(_ name: String, as type: Line.Type) throws -> [Line] {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  private static func path(_ name: String) -> String {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appending(path: "shared").appending(path: name).path
  }
}
