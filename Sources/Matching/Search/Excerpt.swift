/// The stretch of a text that shows best why it was found, with the words that were looked for marked.
package struct Excerpt: Sendable, Hashable {
  /// A stretch that is marked or not as a whole.
  package struct Piece: Sendable, Hashable {
    package var text: String
    package var isMatch: Bool
  }

  /// In order; runs of white space are one space, no character is cut in two.
  package private(set) var pieces: [Piece] = []
  /// Whether the text began earlier.
  package private(set) var isCutAtStart = false
  /// Whether the text goes on.
  package private(set) var isCutAtEnd = false

  /// Bytes an excerpt may take for each of its characters: one character can carry any number of marks.
  private static let mostBytesPerCharacter = 16

  /// Takes about `length` characters around the place with the most different phrases of the query, between words where there are any;
  /// the beginning of the text if nothing of the query is in it.
  package init(of text: String, matching query: SearchQuery, analyzer: TextAnalyzer, length: Int = 200) {
    var text = text
    text.makeContiguousUTF8()
    var finder = HitFinder(query)
    analyzer.analyze(text, into: &finder)
    let window = ExcerptWindow(text: text, hits: finder.sorted(), phrases: query.required.count, length: length)
    let characters = Self.characters(of: text, from: window.start, length: length)
    let end = Self.end(characters, of: text, keeping: window.hits)
    guard let first = characters.first, end > 0 else { return }
    isCutAtStart = first.range.lowerBound > 0
    isCutAtEnd = characters[end - 1].range.upperBound < text.utf8.count
    write(characters[..<end], marking: window.hits)
  }

  private static func characters(of text: String, from start: Int, length: Int) -> [(character: Character, range: Range<Int>)] {
    var found: [(character: Character, range: Range<Int>)] = []
    var index = text.utf8.index(text.startIndex, offsetBy: start)
    // An index inside a character is rounded down by the step over it.
    if index < text.endIndex { index = text.index(before: text.index(after: index)) }
    var offset = text.utf8.distance(from: text.startIndex, to: index)
    let limit = offset + length * mostBytesPerCharacter
    for character in text[index...].prefix(length) {
      let end = offset + character.utf8.count
      if end > limit { break }
      found.append((character, offset..<end))
      offset = end
    }
    return found
  }

  /// Goes back from a cut word to the last space, but not over a hit.
  private static func end(_ characters: [(character: Character, range: Range<Int>)], of text: String, keeping hits: [Range<Int>]) -> Int {
    guard let last = characters.last, last.range.upperBound < text.utf8.count else { return characters.count }
    let kept = hits.last { $0.upperBound <= last.range.upperBound }?.upperBound ?? 0
    let space = characters.lastIndex { isSpace($0.character) }
    guard let space, characters[space].range.lowerBound >= kept, space > characters.count / 2 else { return characters.count }
    return space
  }

  private mutating func write(_ characters: ArraySlice<(character: Character, range: Range<Int>)>, marking hits: [Range<Int>]) {
    var hit = 0
    var isAfterSpace = true
    for (character, range) in characters {
      while hit < hits.count, hits[hit].upperBound <= range.lowerBound { hit += 1 }
      let isMatch = hit < hits.count && hits[hit].lowerBound < range.upperBound
      let isSpace = Self.isSpace(character)
      if isSpace, isAfterSpace { continue }
      isAfterSpace = isSpace
      if pieces.last?.isMatch == isMatch {
        pieces[pieces.count - 1].text.append(isSpace ? " " : character)
      } else {
        pieces.append(Piece(text: isSpace ? " " : String(character), isMatch: isMatch))
      }
    }
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace || character.unicodeScalars.first?.properties.generalCategory == .control
  }
}
