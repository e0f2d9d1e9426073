import Dumps
import Foundation

/// Topics as JSON in a temporary folder, gone when the test is over.
final class TopicFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kindred-topics-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path).appending(path: name)) }

  /// The topics read, and what is wrong as it is reported.
  func read() throws -> (topics: [DiscourseTopic], bad: [String]) {
    var (topics, bad): ([DiscourseTopic], [String]) = ([], [])
    try DiscourseDump(folder: path).topics().forEach({ topics.append($0) }, onBad: { bad.append($0.description) })
    return (topics, bad + topics.flatMap { $0.problems.map(\.description) })
  }

  static func post(_ number: Int, _ more: String = "", cooked: String = "<p>Words</p>") -> String {
    let text = cooked.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    return """
      {"id": \(100 + number), "post_number": \(number), "post_type": 1, "user_id": 7, "username": "ivy", \
      "created_at": "2020-01-0\(number)T10:00:00.000Z", "cooked": "\(text)"\(more)}
      """
  }

  static func topic(_ posts: String..., more: String = "") -> String {
    """
    {"id": 5, "title": "Moving bees", "created_at": "2020-01-01T09:00:00.000Z", "post_stream": {"posts": [\(posts.joined(separator: ","))]}\
    \(more)}
    """
  }
}
