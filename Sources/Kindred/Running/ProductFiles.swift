package import Files
import Foundation

/// The files the product is made of, as this start sees them.
package struct ProductFiles: Sendable {
  package let tree: FileTree
  /// In development: changes whenever a file does. Nil when files cannot change.
  package let stamp: (@Sendable () -> UInt64)?

  /// The binary's files, with an operator's over them one by one.
  package init(overrides: String?) {
    tree = overrides.map { Self.overlay(.embedded, $0) } ?? .embedded
    stamp = nil
  }

  /// The files of a checkout, read anew when they change.
  package init(checkout folder: String, overrides: String?) {
    let checkout = FileTree(folder: folder)
    tree = overrides.map { Self.overlay(checkout, $0) } ?? checkout
    let folders = FileTree.folders.map { folder + "/" + $0 } + (overrides.map { [$0] } ?? [])
    stamp = { Self.stamp(of: folders) }
  }

  /// A folder of templates, or one that has `templates` and `public` in it.
  private static func overlay(_ tree: FileTree, _ folder: String) -> FileTree {
    let isWhole = FileTree.folders.contains { isFolder(folder + "/" + $0) }
    return tree.overlaid(by: folder, below: isWhole ? "" : "templates")
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// FNV-1a over every file's path, size and time of change.
  private static func stamp(of folders: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    for folder in folders {
      for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.sorted() ?? [] {
        var facts = stat()
        guard stat(folder + "/" + path, &facts) == 0 else { continue }
        add(path.utf8)
        add("\(facts.st_size) \(facts.st_mtim.tv_sec) \(facts.st_mtim.tv_nsec)".utf8)
      }
    }
    return hash
  }
}
