/// A text as rules of words read it: its words in order, made alike. It is made once, before any transaction; a rule then looks its own words
/// up in it, so that no rule runs over people's text.
package struct FoldedText: Sendable {
  /// Its words with capitals, accents and invisible signs taken away.
  let plain: FoldedReading
  /// Its words as they look at a glance, with spelled-out words put together; nil where nothing in it is disguised.
  let disguised: FoldedReading?

  package init(_ text: String) {
    let words = FoldedWord.scan(text, joinsSigns: false)
    plain = FoldedReading(words.map { FoldedReading.Entry(text: $0.plain, range: $0.range, isOdd: false) })
    disguised = FoldedReading(disguisedIn: text, plain: words)
  }

  /// What no rule finds anything in.
  package static let empty = FoldedText("")
}

/// Words in order, each with a number by which it is compared.
struct FoldedReading: Sendable {
  struct Entry: Sendable {
    let text: String
    /// Bytes of the text it was made from.
    let range: Range<Int>
    /// Whether it is not written as words are.
    let isOdd: Bool
  }

  private let numbers: [String: Int32]
  /// Every word once, by its number.
  private let words: [String]
  private let sequence: [Int32]
  private let entries: [Entry]

  init(_ entries: [Entry]) {
    var numbers: [String: Int32] = [:]
    var words: [String] = []
    sequence = entries.map { entry in
      if let number = numbers[entry.text] { return number }
      let number = Int32(words.count)
      numbers[entry.text] = number
      words.append(entry.text)
      return number
    }
    self.numbers = numbers
    self.words = words
    self.entries = entries
  }

  /// Where words stand one after the other, as bytes of the text; the last may be the beginning of a word. With `onlyOdd` one of them must be
  /// disguised. Time is linear in the text: a rule has a bounded number of words.
  func places(of pattern: [String], lastIsBeginning: Bool, onlyOdd: Bool) -> [Range<Int>] {
    guard let last = pattern.last, pattern.count <= sequence.count else { return [] }
    var wanted: [Int32] = []
    for word in pattern.dropLast() {
      guard let number = numbers[word] else { return [] }
      wanted.append(number)
    }
    let ends: Set<Int32>
    if lastIsBeginning {
      ends = Set(words.indices.filter { words[$0].hasPrefix(last) }.map(Int32.init))
    } else {
      ends = Set(numbers[last].map { [$0] } ?? [])
    }
    if ends.isEmpty { return [] }
    var places: [Range<Int>] = []
    for start in 0...(sequence.count - pattern.count) {
      let end = start + wanted.count
      guard ends.contains(sequence[end]), wanted.indices.allSatisfy({ sequence[start + $0] == wanted[$0] }) else { continue }
      if onlyOdd, !entries[start...end].contains(where: \.isOdd) { continue }
      places.append(entries[start].range.lowerBound..<entries[end].range.upperBound)
    }
    return places
  }
}
