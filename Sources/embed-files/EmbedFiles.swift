import Foundation

/// `embed-files OUTPUT ROOT FOLDER...` writes the files below the folders as Swift literals.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FOLDER...\n".utf8))
      exit(64)
    }
    let root = URL(filePath: arguments[2], directoryHint: .isDirectory)
    var source = EmbeddedSource()
    for path in try arguments[3...].flatMap({ try paths(in: $0, of: root) }).sorted() {
      source.add(path, try Data(contentsOf: root.appending(path: path)))
    }
    try Data(source.text.utf8).write(to: URL(filePath: arguments[1]), options: .atomic)
  }

  /// Regular, visible files, as paths below the root.
  private static func paths(in folder: String, of root: URL) throws -> [String] {
    let base = root.appending(path: folder)
    guard FileManager.default.fileExists(atPath: base.path(percentEncoded: false)) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
      .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { "\(folder)/\($0)" }
      .filter { path in
        let attributes = try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path(percentEncoded: false))
        return attributes[.type] as? FileAttributeType == .typeRegular
      }
  }
}
