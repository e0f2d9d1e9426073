/// What somebody says beside a reason: lines without Markdown; may be empty.
package struct PlainNote: Sendable, Equatable {
  package static let longest = 1_000
  package let text: String

  /// Nothing said.
  package static let none = PlainNote()
  private init() { text = "" }

  package init(_ raw: String) throws(Problem) {
    let text = raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    if text.count > Self.longest { throw Problem(.tooLong, Self.longest) }
    let isBad = text.unicodeScalars.contains { scalar in
      isDirectionOverride(scalar) || (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t")
    }
    if isBad { throw Problem(.badCharacters) }
    self.text = text.allSatisfy(\.isWhitespace) ? "" : text
  }
}
