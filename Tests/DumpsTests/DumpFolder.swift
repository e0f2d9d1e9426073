import Dumps
import Foundation

/// A small dump in a temporary folder, gone when the test is over.
final class DumpFolder {
  static let names = ["Posts", "Users", "Comments", "Votes", "PostLinks", "Tags"]
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kindred-dump-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in Self.names { try write(name, rows: []) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, rows: [String]) throws {
    let root = name.lowercased()
    try write(name, "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(root)>\n" + rows.map { "  \($0)\n" }.joined() + "</\(root)>\n")
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws { try data.write(to: URL(filePath: path).appending(path: name + ".xml")) }

  func open() throws -> StackExchangeDump { try StackExchangeDump(folder: path) }

  /// The ids of the tags read, and the bad records as they are reported.
  func tags() throws -> (ids: [Int], bad: [String]) {
    var (ids, bad): ([Int], [String]) = ([], [])
    try open().tags().forEach({ ids.append($0.id) }, onBad: { bad.append($0.description) })
    return (ids, bad)
  }

  static func tag(_ id: Int) -> String { "<row Id=\"\(id)\" TagName=\"t\(id)\" Count=\"0\" />" }
}
