import Foundation

/// The checkout this test was built from, as its files are now.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false)

  /// Every file that belongs to the project, by its path: what builds, tests and a running server leave behind is no part of it.
  static let files: [String] = {
    let passing: Set<String> = [".git", ".swiftpm", ".venv", "var", "Package.resolved"]
    let top = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
      .filter { !passing.contains($0) && !$0.hasPrefix(".build") }
    return top.flatMap { name -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder), isFolder.boolValue else { return [name] }
      return ((try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + name)) ?? []).map { name + "/" + $0 }
        .filter { !$0.contains("__pycache__") }
    }.sorted()
  }()

  /// The text of a file, or nil for a folder, a picture or a font.
  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).flatMap { String(data: $0, encoding: .utf8) }
  }

  /// The Swift files below a folder such as `Sources/Web`, read once.
  static func swift(in folder: String) -> [SwiftFile] { all.filter { $0.path.hasPrefix(folder + "/") } }

  private static let all: [SwiftFile] = files.filter { $0.hasSuffix(".swift") }.compactMap { path in
    text(path).map { SwiftFile(path: path, text: $0) }
  }

  /// The names of the folders directly below one.
  static func folders(in folder: String) -> Set<String> {
    Set(
      files.filter { $0.hasPrefix(folder + "/") }.compactMap { path in
        let rest = path.dropFirst(folder.count + 1).split(separator: "/")
        return rest.count > 1 ? String(rest[0]) : nil
      })
  }
}

/// A Swift file, and what in it is code, what is text and what is comment.
struct SwiftFile {
  let path: String
  let lines: [Substring]
  /// The lines with the insides of string literals and comments taken out; what is interpolated is code.
  let code: [Substring]
  /// The string literals with the number of the line each begins at; an interpolation in them is one `\u{FFFC}`.
  let literals: [(line: Int, text: String)]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var reader = SwiftReader(text)
    reader.read()
    code = Substring(decoding: reader.code, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    literals = reader.literals.map { ($0.line, String(decoding: $0.text, as: UTF8.self)) }
  }

  /// The layer or leaf the file belongs to.
  var target: String { String(path.split(separator: "/")[1]) }

  /// `path:line: the line`, for every line of code that `matches` accepts.
  func code(where matches: (Substring) -> Bool) -> [String] {
    code.indices.filter { matches(code[$0]) }.map(place)
  }

  /// The same for string literals.
  func literals(where matches: (String) -> Bool) -> [String] { literals.filter { matches($0.text) }.map { place($0.line) } }

  func place(_ index: Int) -> String { "\(path):\(index + 1): \(lines[index].drop { $0 == " " })" }
}
