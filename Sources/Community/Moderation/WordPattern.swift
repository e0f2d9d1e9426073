/// The words of a rule: one, or several in a row; a `*` at the end takes every word that begins so.
package struct WordPattern: Sendable, Equatable {
  /// Characters.
  package static let longest = 60
  /// Words, or letters where a script puts no spaces between words.
  static let mostWords = 20
  /// As it was typed.
  package let text: String
  let plain: [String]
  /// The same as it looks at a glance, for words in disguise.
  let looks: [String]
  /// Written in one, for words whose letters stand apart.
  let joined: String
  let isBeginning: Bool

  /// Throws ``Problem`` `empty`, `tooLong`, or `tooShort` for what would be found nearly everywhere: one letter, or two with a `*`.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 1024 else { throw Problem(.tooLong, Self.longest) }
    text = oneLine(raw)
    if text.isEmpty { throw Problem(.empty) }
    if text.count > Self.longest { throw Problem(.tooLong, Self.longest) }
    isBeginning = text.hasSuffix("*")
    let words = FoldedWord.scan(text, joinsSigns: false)
    plain = words.map(\.plain)
    looks = words.map { Skeleton.strict($0.plain).text }
    joined = looks.joined()
    let isWritten = words.contains { $0.scripts.contains(.eastAsian) || $0.scripts.contains(.hangul) }
    let least = isWritten ? 1 : isBeginning ? 3 : 2
    let letters = words.reduce(0) { $0 + $1.length }
    if letters < least || !words.contains(where: \.hasLetter) { throw Problem(.tooShort, least) }
    if words.count > Self.mostWords { throw Problem(.tooLong, Self.longest) }
  }

  /// What two spellings of one rule share.
  var key: String { plain.joined(separator: " ") + (isBeginning ? "*" : "") }

  /// Where it stands in a text, as bytes of it, in order.
  func places(in text: FoldedText) -> [Range<Int>] {
    var places = text.plain.places(of: plain, lastIsBeginning: isBeginning, onlyOdd: false)
    if let disguised = text.disguised, !looks.contains("") {
      places += disguised.places(of: looks, lastIsBeginning: isBeginning, onlyOdd: true)
      if looks.count > 1 { places += disguised.places(of: [joined], lastIsBeginning: isBeginning, onlyOdd: true) }
    }
    return places.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
