/// The name of a face that a member uploaded; anew with each, so that its address can be kept for ever.
package struct FaceName: Sendable, Hashable {
  package let text: String

  package init(_ name: PictureName) { text = name.text }
  /// As the database keeps it.
  init(_ stored: String) { text = stored }

  /// Out of the file's name in an address, `NAME-96.webp`; nil for anything else.
  package init?(file: String) {
    let name = String(file.prefix { $0 != "-" })
    guard PictureName.isOne(name) else { return nil }
    text = name
    guard files.contains(file) else { return nil }
  }

  /// The square beside a post, 96 pixels a side.
  package var small: String { "\(text)-96.webp" }
  /// The square on a profile, 192 pixels a side.
  package var large: String { "\(text)-192.webp" }
  var files: [String] { [small, large] }
}
