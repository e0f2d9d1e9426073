package import Community
import Foundation
import Jobs
import Pictures

/// The list of who was erased, beside the database: what is restored from a backup of before is erased again by it.
package struct ErasedList: Sendable {
  private let path: String

  /// The one of a data folder.
  package init(in folder: String) { path = folder + "/erased" }
  init(file: String) { path = file }

  private static let head = """
    # Members who were erased: number, when they joined, what went, when. Keep it: by it a backup of before is restored without them.

    """

  /// Those listed; none where there is no list.
  package func read() -> [Erasure] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { Erasure($0) }
  }

  /// Adds those that are not in it yet; on the disk when it returns.
  package func add(_ erasures: [Erasure]) throws {
    let known = Set(read())
    let more = erasures.filter { !known.contains($0) }
    if more.isEmpty { return }
    let text = Self.head + (read() + more).map { $0.line + "\n" }.joined()
    let part = path + ".part"
    guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: part)
    else { throw DataFolder.Refusal(description: "\(part) cannot be written") }
    try file.write(contentsOf: Array(text.utf8))
    try file.synchronize()
    try file.close()
    guard rename(part, path) == 0 else { throw DataFolder.Refusal(description: "\(path): \(String(cString: strerror(errno)))") }
    let folder = open(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Wherever a list may lie that concerns a backup: in the folder it is restored into, beside the backup, and above it.
  static func around(_ backup: String, into folder: String, besides: String?) -> [Erasure] {
    let beside = URL(fileURLWithPath: backup).deletingLastPathComponent()
    var lists = [folder, beside.path, beside.deletingLastPathComponent().path].map { ErasedList(in: $0) }
    if let besides { lists.append(ErasedList(file: besides)) }
    var all: [Erasure] = []
    for erasure in lists.flatMap({ $0.read() }) where !all.contains(erasure) { all.append(erasure) }
    return all
  }
}

extension ErasureFiles {
  /// Those of a data folder.
  package init(in folder: String) {
    let pictures = PictureFolder(DataFolder.pictures(in: folder))
    self.init(
      removePictures: { try await pictures.remove($0) },
      removeMail: { names in
        for name in names where !name.contains("/") && !name.hasPrefix(".") { unlink("\(folder)/spool/\(name).eml") }
      },
      keepList: { try ErasedList(in: folder).add($0) })
  }
}
