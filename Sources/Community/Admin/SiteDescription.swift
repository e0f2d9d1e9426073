/// What the community is about, in one line; may be empty.
package struct SiteDescription: Sendable, Equatable {
  package let text: String
  /// The most characters.
  package static let most = 160

  /// Throws ``Problem`` `tooLong`.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 4096 else { throw Problem(.tooLong, Self.most) }
    text = oneLine(raw)
    if text.unicodeScalars.count > Self.most { throw Problem(.tooLong, Self.most) }
  }
}
