import Foundation

/// The files the product is made of (templates, public files, migrations, words), wherever they come from: the binary, a checkout, an operator's folder.
package struct FileTree: Sendable {
  private enum Layer: Sendable {
    case embedded
    case folder(FolderOnDisk, below: String)
  }

  /// The only folders whose files are served, so that a checkout shows nothing else of itself.
  package static let folders = ["migrations", "public", "templates", "words"]

  /// What the binary carries.
  package static let embedded = FileTree(layers: [.embedded])

  /// The last one that has a file gives it.
  private let layers: [Layer]

  private init(layers: [Layer]) {
    self.layers = layers
  }

  /// The files of a checkout, read anew each time, so that in development a change shows at once.
  package init(folder: String) {
    self.init(layers: [.folder(FolderOnDisk(folder), below: "")])
  }

  /// The same tree where each file that the folder has replaces one; `below` says which part it stands for (`templates`), else it has the four folders itself.
  package func overlaid(by folder: String, below: String = "") -> FileTree {
    FileTree(layers: layers + [.folder(FolderOnDisk(folder), below: below.isEmpty ? "" : below + "/")])
  }

  /// A file's bytes, or nil if there is none of that path (`public/images/logo.png`).
  package func bytes(_ path: String) -> [UInt8]? {
    guard Self.isServed(path) else { return nil }
    for layer in layers.reversed() {
      if let bytes = Self.bytes(path, in: layer) { return bytes }
    }
    return nil
  }

  /// A file's text, or nil if there is none of that path or it is not UTF-8.
  package func text(_ path: String) -> String? {
    bytes(path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Every file's path, sorted.
  package var paths: [String] {
    Set(layers.flatMap(Self.paths)).filter(Self.isServed).sorted()
  }

  /// The texts of one folder by their path below it, as templates, words and migrations are loaded.
  package func texts(in folder: String) -> [String: String] {
    let prefix = folder + "/"
    var texts: [String: String] = [:]
    for path in paths where path.hasPrefix(prefix) {
      texts[String(path.dropFirst(prefix.count))] = text(path)
    }
    return texts
  }

  private static func bytes(_ path: String, in layer: Layer) -> [UInt8]? {
    switch layer {
    case .embedded: EmbeddedFiles.bytes(path)
    case .folder(let folder, let below): path.hasPrefix(below) ? folder.bytes(String(path.dropFirst(below.count))) : nil
    }
  }

  private static func paths(of layer: Layer) -> [String] {
    switch layer {
    case .embedded: EmbeddedFiles.paths
    case .folder(let folder, let below):
      below.isEmpty ? folders.flatMap { folder.paths(in: $0) } : folder.paths(in: "").map { below + $0 }
    }
  }

  private static func isServed(_ path: String) -> Bool {
    isPlainPath(path) && folders.contains { path.hasPrefix($0 + "/") }
  }
}
