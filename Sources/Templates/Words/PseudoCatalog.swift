/// A language that nobody speaks, made of another's words, to see what a page does with longer words, other letters and the other direction.
package struct PseudoCatalog: WordCatalog {
  /// What is done to the words.
  package enum Kind: String, Sendable, CaseIterable {
    /// Every letter wears a mark, vowels come twice and each message stands in brackets: what is cut off is seen, and what was never a message too.
    case accented = "en-XA"
    /// Words run from right to left.
    case mirrored = "ar-XB"
  }

  package let language: Language
  private let original: any WordCatalog
  private let kind: Kind

  package init(_ original: any WordCatalog, _ kind: Kind) {
    self.original = original
    self.kind = kind
    language = Language(kind.rawValue, counting: original.language.tag)
  }

  package func message(_ key: String) -> String? {
    guard let text = original.message(key) else { return nil }
    if key == Translation.name { return kind == .accented ? "Ļööñĝéŕ ŵööŕðš" : Self.turned("Mirrored") }
    // What a machine reads as it stands.
    if key.hasPrefix("number.") || key.hasSuffix(".example") { return text }
    guard let message = try? MessageParser.parse(text) else { return text }
    let words = message.pieces.map { written($0, inPlural: false) }.joined()
    return kind == .accented ? "⟦\(words)⟧" : words
  }

  private func written(_ piece: Message.Piece, inPlural: Bool) -> String {
    switch piece {
    case .text(let text): disguised(text, inPlural: inPlural)
    case .argument(let name): "{\(name)}"
    case .count: "#"
    case .plural(let name, let forms):
      "{\(name)" + (forms.zero.map { branch("zero", $0) } ?? "")
        + PluralCategory.allCases.compactMap { form in forms.named[form].map { branch(form.rawValue, $0) } }.joined() + "}"
    }
  }

  private func branch(_ name: String, _ pieces: [Message.Piece]) -> String {
    "|\(name)=" + pieces.map { written($0, inPlural: true) }.joined()
  }

  private func disguised(_ text: String, inPlural: Bool) -> String {
    var disguised = ""
    for character in text {
      if "{}\\".contains(character) || inPlural && "#|".contains(character) { disguised.append("\\") }
      guard kind == .accented else {
        disguised.append(character)
        continue
      }
      let marked = Self.marked[character] ?? character
      disguised.append(marked)
      if "aeiouAEIOU".contains(character) { disguised.append(Self.marked[Character(character.lowercased())] ?? marked) }
    }
    // A list that a script takes apart is turned part by part.
    guard kind == .mirrored else { return disguised }
    if inPlural { return Self.turned(disguised) }
    return disguised.split(separator: "|", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : Self.turned(String($0)) }
      .joined(separator: "|")
  }

  /// The first mark is a letter of the other direction, by which a browser finds out which way a text runs.
  private static func turned(_ text: String) -> String { "\u{200F}\u{202E}\(text)\u{202C}" }

  private static let marked: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"))
}
