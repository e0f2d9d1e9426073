import Foundation
import Templates

/// The repository's own files, as the tests look at them.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The texts of a folder by their path below it.
  static func texts(in folder: String, ending: String) throws -> [String: String] {
    let base = root.appendingPathComponent(folder)
    var texts: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path) where path.hasSuffix(ending) {
      texts[path] = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
    }
    return texts
  }

  static func templates() throws -> [String: String] { try texts(in: "templates", ending: ".mustache") }

  static func catalog(_ language: String = "en") throws -> MessageCatalog {
    try MessageCatalog(
      language: language,
      files: texts(in: "words", ending: ".words").filter { $0.key == "\(language).words" || $0.key.hasPrefix("\(language)/") })
  }
}
