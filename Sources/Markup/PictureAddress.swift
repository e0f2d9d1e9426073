/// The address of a picture of ours. It says how large the picture is, so that a page can keep its place free before it has come, and it
/// is the only address a post may show a picture from: whatever else is written as a picture becomes a link.
package struct PictureAddress: Sendable, Hashable {
  /// Its name in the database and in the folder, made by the server.
  package let name: String
  package let width: Int
  package let height: Int
  /// The end of its file's name: `jpg`, `png` or `webp`.
  package let format: String

  /// What addresses of pictures begin with.
  package static let start = "/i/"
  /// The characters of a name: 120 bits of what nobody guesses.
  package static let nameLength = 24
  /// A picture that does not fit in here has a smaller one for pages.
  package static let smallBox = (width: 1_200, height: 1_500)
  /// How large a picture stands on a page at most, which is less than ``smallBox`` for the sake of fine screens.
  private static let shownBox = (width: 800, height: 1_000)
  private static let longestSide = 16_383
  private static let formats = ["jpg", "png", "webp"]

  package init?(name: String, width: Int, height: Int, format: String) {
    guard name.utf8.count == Self.nameLength, name.utf8.allSatisfy(\.isPictureName), Self.formats.contains(format) else { return nil }
    guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height) else { return nil }
    (self.name, self.width, self.height, self.format) = (name, width, height, format)
  }

  /// Out of `NAME-WIDTHxHEIGHT.jpg` in its one spelling; nil for anything else.
  package init?(file: String) {
    let parts = file.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let ends = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let sides = ends[0].split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]) else { return nil }
    self.init(name: String(parts[0]), width: width, height: height, format: String(ends[1]))
    // Not `+7` or `007`.
    guard self.file == file else { return nil }
  }

  /// Out of the target of an image in Markdown.
  init?(target: [UInt8]) {
    guard target.count < 80, target.starts(with: Self.start.utf8) else { return nil }
    self.init(file: String(decoding: target.dropFirst(Self.start.utf8.count), as: UTF8.self))
  }

  /// `NAME-WIDTHxHEIGHT.jpg`
  package var file: String { "\(name)-\(width)x\(height).\(format)" }
  /// Where the whole picture is.
  package var path: String { Self.start + file }
  /// Where the one for pages is; nil where the whole is small enough.
  package var smallPath: String? { hasSmall ? path + Self.smallEnd : nil }
  /// What stands behind the address of the whole.
  package static let smallEnd = ".webp"
  /// Whether there is a smaller one for pages.
  package var hasSmall: Bool { width > Self.smallBox.width || height > Self.smallBox.height }

  /// As large as it stands on a page, in its own proportions.
  var shown: (width: Int, height: Int) {
    guard width > Self.shownBox.width || height > Self.shownBox.height else { return (width, height) }
    return width * Self.shownBox.height > height * Self.shownBox.width
      ? (Self.shownBox.width, max(1, height * Self.shownBox.width / width))
      : (max(1, width * Self.shownBox.height / height), Self.shownBox.height)
  }
}

extension UInt8 {
  fileprivate var isPictureName: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(self)
  }
}
