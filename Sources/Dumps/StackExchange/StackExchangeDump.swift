import Foundation

/// The folder of a Stack Exchange data dump, opened for an import.
package struct StackExchangeDump: Sendable {
  /// The files an import needs; others (Badges.xml, PostHistory.xml) are left alone.
  package enum File: String, Sendable, CaseIterable {
    case users = "Users.xml"
    case posts = "Posts.xml"
    case comments = "Comments.xml"
    case votes = "Votes.xml"
    case postLinks = "PostLinks.xml"
    case tags = "Tags.xml"
  }

  private let folder: URL
  private let sizes: [File: Int64]

  /// Throws `DumpProblem` naming everything that is missing at once.
  package init(folder path: String) throws {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw DumpProblem.notAFolder(path)
    }
    var sizes: [File: Int64] = [:]
    for file in File.allCases {
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(file.rawValue).path)
      sizes[file] = (attributes?[.size] as? NSNumber)?.int64Value
    }
    let missing = File.allCases.filter { sizes[$0] == nil }.map(\.rawValue)
    guard missing.isEmpty else { throw DumpProblem.missingFiles(missing, folder: path) }
    self.sizes = sizes
  }

  /// A file's length in bytes, for a progress bar.
  package func size(of file: File) -> Int64 { sizes[file] ?? 0 }

  /// All files' length in bytes, for a progress bar over the whole import.
  package var totalSize: Int64 { sizes.values.reduce(0, +) }

  /// Questions, answers and the site's own pages, in the file's order.
  package func posts(from position: DumpPosition = .start) throws -> RecordReader<SEPost> { try reader(.posts, position) }

  /// Everybody who had an account.
  package func users(from position: DumpPosition = .start) throws -> RecordReader<SEUser> { try reader(.users, position) }

  /// Remarks under posts.
  package func comments(from position: DumpPosition = .start) throws -> RecordReader<SEComment> { try reader(.comments, position) }

  /// Votes on posts, without voters.
  package func votes(from position: DumpPosition = .start) throws -> RecordReader<SEVote> { try reader(.votes, position) }

  /// Which posts point to which.
  package func postLinks(from position: DumpPosition = .start) throws -> RecordReader<SEPostLink> { try reader(.postLinks, position) }

  /// The site's tags.
  package func tags(from position: DumpPosition = .start) throws -> RecordReader<SETag> { try reader(.tags, position) }

  private func reader<Record: DumpRecord>(_ file: File, _ position: DumpPosition) throws -> RecordReader<Record> {
    try RecordReader(file: folder.appendingPathComponent(file.rawValue), from: position, make: Record.init)
  }
}
