import Foundation

@testable import Archives

/// A folder of one test, which goes with it.
final class Folder {
  private let url = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-archive-\(UUID().uuidString)", isDirectory: true)
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
  func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// A file with these bytes, in the place of the last one.
  func keep(_ bytes: [UInt8]) throws -> String {
    let path = path("made.tar")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  struct NoName: Error {}
  static func name(_ text: String) throws -> ArchiveName {
    guard let name = ArchiveName(text) else { throw NoName() }
    return name
  }
}
