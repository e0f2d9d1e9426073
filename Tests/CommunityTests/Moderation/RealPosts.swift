import Foundation

/// Posts that people wrote in other forums, read where they lie beside the repository and never copied into it.
enum RealPosts {
  private static let files = ["travel-stackexchange-slice", "urho3d-discourse"].map { "data/\($0)/normalised/posts.jsonl.gz" }

  static var isThere: Bool {
    let missing = files.filter { !FileManager.default.fileExists(atPath: path($0)) }
    for file in missing { print("skipped: wanted ../shared/\(file)") }
    return missing.isEmpty
  }

  /// So many of each forum, spread over all of it.
  static func texts(_ count: Int) throws -> [String] {
    try files.flatMap { file in
      let lines = try unpacked(path(file)).split(separator: "\n")
      return try stride(from: 0, to: lines.count, by: max(1, lines.count / count)).prefix(count).map { index in
        try JSONDecoder().decode(Post.self, from: Data(lines[index].utf8)).text
      }
    }
  }

  private struct Post: Decodable { let text: String }

  private static func unpacked(_ path: String) throws -> String {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/gzip")
    process.arguments = ["-dc", path]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func path(_ name: String) -> String {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appending(path: "shared").appending(path: name).path
  }
}
