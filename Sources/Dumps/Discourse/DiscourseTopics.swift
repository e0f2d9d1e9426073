import Foundation

/// Reads topics file by file, one in memory at a time.
package final class DiscourseTopics: RecordSource {
  /// Far beyond a topic of ten thousand posts; a longer file is skipped unread.
  static let longestFile: Int64 = 128 << 20

  private let folder: URL
  private var files: ArraySlice<DiscourseDump.File>
  package private(set) var bytesRead: Int64 = 0

  init(_ files: [DiscourseDump.File], in folder: URL) {
    self.folder = folder
    self.files = files[...]
  }

  package func next() -> Found<DiscourseTopic>? {
    guard let file = files.popFirst() else { return nil }
    defer { bytesRead += file.size }
    let place = RecordPlace(file: file.name, part: nil)
    do throws(RowFault) { return .record(try read(file), place) } catch { return .bad(BadRecord(place: place, reason: error.reason)) }
  }

  private func read(_ file: DiscourseDump.File) throws(RowFault) -> DiscourseTopic {
    if file.size > Self.longestFile { throw RowFault(reason: "is over \(Self.longestFile >> 20) MiB") }
    guard let data = try? Data(contentsOf: folder.appending(path: file.name)) else { throw RowFault(reason: "cannot be read") }
    let decoder = JSONDecoder()
    decoder.userInfo[.fileName] = file.name
    do { return try decoder.decode(TopicFile.self, from: data).topic.get() } catch let fault as RowFault { throw fault } catch {
      throw RowFault(reason: Self.words(for: error))
    }
  }

  private static func words(for error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "is no JSON" }
    let detail = (context.underlyingError as? NSError)?.userInfo["NSDebugDescription"] as? String
    return "is no JSON: \(detail ?? context.debugDescription)"
  }
}

/// Keeps a topic's own fault apart from those of JSON.
private struct TopicFile: Decodable {
  let topic: Result<DiscourseTopic, RowFault>

  init(from decoder: any Decoder) {
    let file = decoder.userInfo[.fileName] as? String ?? ""
    topic = Result { () throws(RowFault) in try DiscourseTopic(JSONFields(decoder), file: file) }
  }
}

extension CodingUserInfoKey {
  fileprivate static var fileName: CodingUserInfoKey { CodingUserInfoKey(rawValue: "fileName")! }
}
