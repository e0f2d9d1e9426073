import Markup

/// The name of a picture, by which its files and its address are called: made here, out of nothing that people choose.
package struct PictureName: Sendable, Hashable {
  package let text: String

  package init(_ random: RandomBytes) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    text = String(decoding: random(PictureAddress.nameLength).map { letters[Int($0 & 31)] }, as: UTF8.self)
  }

  static func isOne(_ text: String) -> Bool { PictureAddress(name: text, width: 1, height: 1, format: "webp") != nil }
}

/// Where a picture is: its address, its size and its files.
package struct PicturePlace: Sendable, Hashable {
  private let address: PictureAddress
  /// What addresses of pictures begin with.
  package static let start = PictureAddress.start
  /// A picture that does not fit into so many pixels has a smaller one for pages.
  package static let smallBox = PictureAddress.smallBox

  /// Nil for a size or format that we do not make.
  package init?(_ name: PictureName, width: Int, height: Int, format: String) {
    self.init(name: name.text, width: width, height: height, format: format)
  }

  init?(name: String, width: Int, height: Int, format: String) {
    guard let address = PictureAddress(name: name, width: width, height: height, format: format) else { return nil }
    self.address = address
  }

  /// Out of the last part of an address, and whether it is that of the smaller one; nil for anything else.
  package static func find(_ file: String) -> (place: PicturePlace, isSmall: Bool)? {
    if let address = PictureAddress(file: file) { return (PicturePlace(address), false) }
    guard file.hasSuffix(PictureAddress.smallEnd) else { return nil }
    guard let address = PictureAddress(file: String(file.dropLast(PictureAddress.smallEnd.count))), address.hasSmall else { return nil }
    return (PicturePlace(address), true)
  }

  private init(_ address: PictureAddress) { self.address = address }

  package var name: String { address.name }
  package var width: Int { address.width }
  package var height: Int { address.height }
  /// The end of its file's name.
  package var format: String { address.format }
  /// Its address, as it stands in posts.
  package var path: String { address.path }
  /// Whether there is a smaller one for pages.
  package var hasSmall: Bool { address.hasSmall }
  /// What its file is called in the folder.
  package var file: String { "\(name).\(format)" }
  /// What the file of the smaller one is called.
  package var smallFile: String { Self.files(name, format)[1] }
  var files: [String] { hasSmall ? [file, smallFile] : [file] }

  /// Every file that a picture may have.
  static func files(_ name: String, _ format: String) -> [String] { ["\(name).\(format)", "\(name).small.webp"] }

  /// What stands in a post for it. `words` say what it shows; whatever in them would mean something in Markdown is only itself.
  package func markdown(_ words: String) -> String {
    var escaped = ""
    for character in oneLine(words).unicodeScalars {
      if "\\`*_[]<>&~|!#@:".unicodeScalars.contains(character) { escaped.append("\\") }
      escaped.unicodeScalars.append(character)
    }
    return "![\(escaped)](\(path))"
  }
}
