import Foundation

/// A path of plain names: no way up, no hidden file, no second spelling of the same file.
func isPlainPath(_ path: String) -> Bool {
  path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
    !part.isEmpty && part.first != UInt8(ascii: ".") && part.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") }
  }
}

/// A folder that gives out its regular files and never one from outside it, whatever its links say.
struct FolderOnDisk: Sendable {
  private let folder: String

  init(_ folder: String) {
    self.folder = folder
  }

  func bytes(_ path: String) -> [UInt8]? {
    guard let file = inside(path) else { return nil }
    return FileManager.default.contents(atPath: file).map { Array($0) }
  }

  /// The files below a subfolder as paths from the folder; an empty subfolder is all of it.
  func paths(in subfolder: String) -> [String] {
    let base = subfolder.isEmpty ? folder : folder + "/" + subfolder
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
    return found.map { subfolder.isEmpty ? $0 : subfolder + "/" + $0 }.filter { inside($0) != nil }
  }

  /// Where the file really lies, if that is a regular file inside the folder.
  private func inside(_ path: String) -> String? {
    guard isPlainPath(path), let root = realPath(folder), let file = realPath(root + "/" + path) else { return nil }
    guard root == "/" || file.hasPrefix(root + "/") else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return attributes?[.type] as? FileAttributeType == .typeRegular ? file : nil
  }

  /// Every link followed; nil where nothing is.
  private func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
