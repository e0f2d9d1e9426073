/// What changed between two texts, word by word: first by lines, then within the lines that differ. Whatever the texts, the time is
/// bounded: where too much differs, whole passages are shown as replaced.
package struct WordDiff: Sendable, Equatable {
  /// A passage both texts have, or only one of them. All that is not `added` is the old text, all that is not `removed` the new one.
  package enum Piece: Sendable, Equatable { case same(String), removed(String), added(String) }
  package let pieces: [Piece]

  /// The most edits looked for among lines, and among the words of one passage.
  private static let mostLines = 500
  private static let mostWords = 800

  package init(from old: String, to new: String) {
    var signs = Signs()
    let (oldLines, newLines) = (Self.lines(old), Self.lines(new))
    var builder = Builder()
    let matches = ShortestEdit.matches(signs.of(oldLines)[...], signs.of(newLines)[...], most: Self.mostLines) ?? []
    Self.walk(matches, oldLines.count, newLines.count) { same in
      builder.same(oldLines[same])
    } changed: { removed, added in
      Self.words(oldLines[removed].joined(), newLines[added].joined(), &builder)
    }
    pieces = builder.finished
  }

  private static func words(_ old: String, _ new: String, _ builder: inout Builder) {
    var signs = Signs()
    let (oldWords, newWords) = (tokens(old), tokens(new))
    guard let matches = ShortestEdit.matches(signs.of(oldWords)[...], signs.of(newWords)[...], most: mostWords) else {
      builder.change(old, new)
      return
    }
    walk(matches, oldWords.count, newWords.count) { same in
      builder.same(oldWords[same])
    } changed: { removed, added in
      builder.change(oldWords[removed].joined(), newWords[added].joined())
    }
  }

  /// Goes through both sides in order.
  private static func walk(
    _ matches: [ShortestEdit.Match], _ oldCount: Int, _ newCount: Int, same: (Range<Int>) -> Void, changed: (Range<Int>, Range<Int>) -> Void
  ) {
    var (old, new) = (0, 0)
    for match in matches + [ShortestEdit.Match(old: oldCount..<oldCount, new: newCount..<newCount)] {
      if old < match.old.lowerBound || new < match.new.lowerBound { changed(old..<match.old.lowerBound, new..<match.new.lowerBound) }
      if !match.old.isEmpty { same(match.old) }
      (old, new) = (match.old.upperBound, match.new.upperBound)
    }
  }

  /// Each with the end of its line.
  static func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    for index in text.utf8.indices where text.utf8[index] == 0x0A {
      let next = text.utf8.index(after: index)
      lines.append(text[start..<next])
      start = next
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  /// Words, runs of spaces, and every other sign by itself; scripts without spaces sign by sign.
  static func tokens(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var start = text.startIndex
    var kind: Kind?
    for index in text.indices {
      let here = Kind(text[index])
      if let kind, kind != here || here == .sign {
        tokens.append(text[start..<index])
        start = index
      }
      kind = here
    }
    if start < text.endIndex { tokens.append(text[start...]) }
    return tokens
  }

  private enum Kind {
    case word, space, sign
    init(_ character: Character) {
      self = character.isWhitespace ? .space : (character.isLetter || character.isNumber) && !Self.isDense(character) ? .word : .sign
    }
    /// Han, Kana and Hangul: a run of them would be a whole sentence.
    private static func isDense(_ character: Character) -> Bool {
      guard let scalar = character.unicodeScalars.first?.value else { return false }
      return (0x2E80...0x9FFF).contains(scalar) || (0xAC00...0xD7AF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
        || (0x20000...0x3FFFF).contains(scalar)
    }
  }

  /// A number for each different part, of both texts alike: parts of the same bytes, since to Swift é may equal another é.
  private struct Signs {
    private var known: [[UInt8]: Int] = [:]
    mutating func of(_ parts: [Substring]) -> [Int] {
      parts.map { part in
        let bytes = Array(part.utf8)
        if let sign = known[bytes] { return sign }
        known[bytes] = known.count
        return known.count - 1
      }
    }
  }
}

/// Puts passages together so that a person can read them: what was removed before what came instead, and no space between two changed
/// words counts as unchanged.
private struct Builder {
  private var pieces: [WordDiff.Piece] = []
  private var removed = ""
  private var added = ""
  private var held = ""

  mutating func same(_ parts: ArraySlice<Substring>) {
    let text = parts.joined()
    let isReplaced = !removed.isEmpty && !added.isEmpty && held.isEmpty
    if isReplaced, text.utf8.allSatisfy({ $0 == 0x20 }) {
      held = text
      return
    }
    flush()
    if case .same(let before) = pieces.last {
      pieces[pieces.count - 1] = .same(before + text)
    } else {
      pieces.append(.same(text))
    }
  }

  mutating func change(_ old: String, _ new: String) {
    if old.isEmpty || new.isEmpty, !held.isEmpty { flush() }
    (removed, added, held) = (removed + held + old, added + held + new, "")
  }

  var finished: [WordDiff.Piece] {
    var whole = self
    whole.flush()
    return whole.pieces
  }

  private mutating func flush() {
    if !removed.isEmpty { pieces.append(.removed(removed)) }
    if !added.isEmpty { pieces.append(.added(added)) }
    if !held.isEmpty { pieces.append(.same(held)) }
    (removed, added, held) = ("", "", "")
  }
}
