import Community
import Dumps
import Foundation

/// The folders that forums are imported from when an admin asks for it in the browser. Nothing else of the machine can be named.
struct ImportFolders: Sendable {
  /// Where the operator puts dumps.
  let own: String
  /// Where archives that were sent are unpacked.
  let sent: String

  /// A dump that is there, opened.
  enum Dump: Sendable {
    case stackExchange(StackExchangeDump)
    case discourse(DiscourseDump)
  }

  /// Makes the operator's folder, so that it is there to be filled.
  func prepare() { try? FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true) }

  /// The folders that lie in the operator's, by name.
  func names() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: own)) ?? []
    return names.filter { !$0.hasPrefix(".") && ProductFiles.isFolder(own + "/" + $0) }.sorted()
  }

  /// Opens what lies there. Throws why it cannot be what it is said to be, or is not to be read.
  func dump(_ kind: ImportOrder.Kind, at place: ImportOrder.Place) throws(Problem) -> Dump {
    let folder = try folder(of: place)
    do {
      return switch kind {
      case .stackExchange: .stackExchange(try StackExchangeDump(folder: folder))
      case .discourse: .discourse(try DiscourseDump(folder: folder))
      }
    } catch {
      switch error as? DumpProblem {
      case .missingFiles(let names, _): throw Problem(.filesMissing, word: names.joined(separator: ", "))
      case .noTopics: throw Problem(.topicsMissing)
      case .unreadable(let file), .wrongEncoding(let file, _): throw Problem(.fileStrange, word: file)
      case .notAFolder, nil: throw Problem(.folderUnknown)
      }
    }
  }

  /// The folder itself, or the one folder in it, as archives often have it. Everything in it is looked at first: what leads out of it, and
  /// what is neither a file nor a folder, would let the server read what is not meant.
  private func folder(of place: ImportOrder.Place) throws(Problem) -> String {
    let (within, name) =
      switch place {
      case .folder(let name): (own, name)
      case .sent(let name): (sent, name)
      }
    let parts = name.split(separator: "/", omittingEmptySubsequences: true)
    guard !name.hasPrefix("/"), !parts.contains(".."), !name.utf8.contains(0) else { throw Problem(.folderOutside) }
    guard let root = Self.real(within), var folder = Self.real(([root] + parts.map(String.init)).joined(separator: "/")) else {
      throw Problem(.folderUnknown)
    }
    guard Self.lies(folder, in: root) else { throw Problem(.folderOutside) }
    guard ProductFiles.isFolder(folder) else { throw Problem(.folderUnknown) }
    try Self.check(folder, in: root)
    while let only = Self.onlyFolder(in: folder) { folder = only }
    return folder
  }

  private static func check(_ folder: String, in root: String) throws(Problem) {
    for name in FileManager.default.enumerator(atPath: folder) ?? .init() {
      guard let name = name as? String else { continue }
      let path = folder + "/" + name
      var facts = stat()
      guard lstat(path, &facts) == 0 else { throw Problem(.fileStrange, word: name) }
      if facts.st_mode & S_IFMT == S_IFLNK {
        guard let target = real(path), lies(target, in: root), stat(target, &facts) == 0 else { throw Problem(.folderOutside) }
      }
      guard [S_IFREG, S_IFDIR].contains(facts.st_mode & S_IFMT) else { throw Problem(.fileStrange, word: name) }
    }
  }

  private static func onlyFolder(in folder: String) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.count == 1, let path = real(folder + "/" + names[0]), lies(path, in: folder), path != folder, ProductFiles.isFolder(path)
    else { return nil }
    return path
  }

  /// Nil where there is nothing.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(validatingCString: found)
  }

  private static func lies(_ path: String, in root: String) -> Bool { path == root || path.hasPrefix(root == "/" ? root : root + "/") }
}
