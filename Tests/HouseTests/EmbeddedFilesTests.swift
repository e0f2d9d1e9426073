import Files
import Foundation
import Testing

@Suite("The files in the binary")
struct EmbeddedFilesTests {
  /// The checkout this test was built from.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false)

  @Test("are those of the folders, byte for byte")
  func embeddedEqualsFolder() {
    let folder = FileTree(folder: Self.root)
    let embedded = FileTree.embedded
    #expect(embedded.paths == folder.paths)
    for path in folder.paths {
      let isSame = embedded.bytes(path) == folder.bytes(path)
      #expect(isSame, "\(path) differs: was the package built after it changed?")
    }
  }

  @Test("an operator's folder replaces one file and leaves the others")
  func overlayReplacesOneFile() throws {
    try withFolder { folder in
      try write("mine", folder, "templates/layouts/site.mustache")
      let tree = FileTree.embedded.overlaid(by: folder)
      #expect(tree.text("templates/layouts/site.mustache") == "mine")
      let others = FileTree.embedded.paths.filter { $0 != "templates/layouts/site.mustache" }
      #expect(others.allSatisfy { tree.bytes($0) == FileTree.embedded.bytes($0) })
    }
  }

  @Test("an operator's folder of templates stands for templates alone")
  func overlayBelow() throws {
    try withFolder { folder in
      try write("mine", folder, "pages/about.mustache")
      let tree = FileTree.embedded.overlaid(by: folder, below: "templates")
      #expect(tree.texts(in: "templates")["pages/about.mustache"] == "mine")
      #expect(tree.text("public/pages/about.mustache") == nil)
    }
  }

  @Test(
    "a path that climbs, hides or leaves the four folders finds nothing",
    arguments: [
      "templates/../secret.txt", "../secret.txt", "/etc/passwd", "templates//a.mustache", "templates/./a.mustache", "secret.txt",
      "templates/.hidden", "templates/..\\secret.txt", "templates/", "templates", "", "templates/a.mustache\0.png", ".git/config",
    ])
  func climbingPath(_ path: String) throws {
    try withFolder { folder in
      for file in ["secret.txt", "templates/a.mustache", "templates/.hidden", ".git/config"] { try write("x", folder, file) }
      let tree = FileTree(folder: folder)
      #expect(tree.bytes(path) == nil)
      #expect(tree.paths == ["templates/a.mustache"])
      #expect(tree.text("templates/a.mustache") == "x")
    }
  }

  @Test("a link that leaves the folder finds nothing, one that stays is followed")
  func links() throws {
    try withFolder { outside in
      try write("secret", outside, "secret.txt")
      try withFolder { folder in
        try write("x", folder, "templates/a.mustache")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder + "/templates/file", withDestinationPath: outside + "/secret.txt")
        try manager.createSymbolicLink(atPath: folder + "/templates/folder", withDestinationPath: outside)
        try manager.createSymbolicLink(atPath: folder + "/templates/same", withDestinationPath: "a.mustache")
        try manager.createSymbolicLink(atPath: folder + "/public", withDestinationPath: outside)
        let tree = FileTree(folder: folder)
        #expect(tree.bytes("templates/file") == nil)
        #expect(tree.bytes("templates/folder/secret.txt") == nil)
        #expect(tree.bytes("public/secret.txt") == nil)
        #expect(tree.text("templates/same") == "x")
        #expect(tree.paths == ["templates/a.mustache", "templates/same"])
      }
    }
  }

  @Test("a changed file of a checkout shows at once, and one that is not UTF-8 has no text")
  func changesShow() throws {
    try withFolder { folder in
      let tree = FileTree(folder: folder)
      try write("one", folder, "words/en.words")
      #expect(tree.text("words/en.words") == "one")
      try write("two", folder, "words/en.words")
      #expect(tree.text("words/en.words") == "two")
      try Data([0xFF, 0xFE]).write(to: URL(filePath: folder + "/words/en.words"))
      #expect(tree.text("words/en.words") == nil)
      #expect(tree.bytes("words/en.words") == [0xFF, 0xFE])
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kindred-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  private func write(_ text: String, _ folder: String, _ path: String) throws {
    let file = URL(filePath: folder + "/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
