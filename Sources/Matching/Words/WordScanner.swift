/// Walks over a text once and hands its terms to a sink.
struct WordScanner<Sink: TermSink> {
  let bytes: [UInt8]
  let stems: Bool
  var sink: Sink

  var position = 0
  var taken = 0
  /// The spelling of the word at hand and its pieces; kept, so that they are allocated once.
  var folded: [UInt8] = []
  var pieces: [Piece] = []
  var term: [UInt8] = []

  private let letters = LetterTable.standard

  init(bytes: [UInt8], stems: Bool, sink: Sink) {
    self.bytes = bytes
    self.stems = stems
    self.sink = sink
    term.reserveCapacity(2 * TextAnalyzer.longestTerm)
  }

  mutating func scan() {
    while position < bytes.count, taken < TextAnalyzer.mostTerms {
      let (scalar, length) = scalar(at: position)
      switch letters[scalar].kind {
      case .letter, .digit: if !readPlainWord() { readWord() }
      // A sign without its letter is no letter.
      case .unspaced: if UnspacedScripts.attaches(scalar) { position += length } else { readUnspaced() }
      case .other, .mark, .dropped: position += length
      }
    }
  }

  mutating func hand(_ range: Range<Int>, isPart: Bool) {
    guard taken < TextAnalyzer.mostTerms, !term.isEmpty else { return }
    sink.take(term, range: range, isPart: isPart)
    taken += 1
  }

  /// The text is a `String`'s, so its UTF-8 is well formed.
  func scalar(at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | follow(position + 1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | follow(position + 1) << 6 | follow(position + 2), 3) }
    return ((first & 0x07) << 18 | follow(position + 1) << 12 | follow(position + 2) << 6 | follow(position + 3), 4)
  }

  private func follow(_ position: Int) -> UInt32 { UInt32(bytes[position] & 0x3F) }

  func kind(at position: Int) -> Letter.Kind {
    position < bytes.count ? letters[scalar(at: position).value].kind : .other
  }

  func beginsWord(at position: Int) -> Bool {
    let kind = kind(at: position)
    return kind == .letter || kind == .digit
  }

  mutating func stemTerm() {
    if stems, sink.wants(term[0]) { EnglishStemmer.stem(&term) }
  }

  // MARK: Words

  /// Most words of most texts are a few Latin letters between blanks: they need none of what `readWord` looks for.
  private mutating func readPlainWord() -> Bool {
    let start = position
    guard bytes[start] | 0x20 >= UInt8(ascii: "a"), bytes[start] | 0x20 <= UInt8(ascii: "z") else { return false }
    guard start == 0 || bytes[start - 1] != UInt8(ascii: ".") else { return false }
    var end = start + 1
    while end < bytes.count, bytes[end] >= UInt8(ascii: "a"), bytes[end] <= UInt8(ascii: "z") { end += 1 }
    guard end - start <= 32, endsPlainly(at: end) else { return false }
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: bytes[start..<end])
    term[0] |= 0x20
    stemTerm()
    position = end
    hand(start..<end, isPart: false)
    return true
  }

  private func endsPlainly(at end: Int) -> Bool {
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: "<"):
      // A mark may follow a blank, but no longer belongs to the word.
      return true
    case UInt8(ascii: "."): return end + 1 == bytes.count || bytes[end + 1] == UInt8(ascii: " ") || bytes[end + 1] == UInt8(ascii: "\n")
    default: return false
    }
  }

  private mutating func readWord() {
    folded.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    let start = position
    var joint = Piece.Joint.none
    while true {
      readPiece(joint: joint)
      guard position < bytes.count, let next = self.joint(at: position), beginsWord(at: next.end) else { break }
      joint = next.joint
      position = next.end
    }
    if isScheme(before: position) { return }
    if !handSymbolWord() { handWord(hasLeadingDot: hasLeadingDot(before: start)) }
  }

  /// A joint ends where the next piece may begin; no joint before a piece split by a capital or a digit.
  private func joint(at position: Int) -> (joint: Piece.Joint, end: Int)? {
    switch bytes[position] {
    case UInt8(ascii: "."): return (.dot, position + 1)
    case UInt8(ascii: "-"): return (.hyphen, position + 1)
    case UInt8(ascii: "@"): return (.at, position + 1)
    case UInt8(ascii: "_"):
      var end = position + 1
      while end < bytes.count, bytes[end] == UInt8(ascii: "_") { end += 1 }
      return (.underscore, end)
    default: return beginsWord(at: position) ? (.none, position) : nil
    }
  }

  /// Reads up to the next joint, capital after a small letter, or digit after a few letters.
  private mutating func readPiece(joint: Piece.Joint) {
    var piece = Piece(joint: joint, folded: folded.count..<folded.count, source: position..<position, isNumber: true)
    var letterCount = 0
    var apostrophes: (first: Int, last: Int)?
    var previous: (capital: Bool, folded: Int, source: Int)?
    var wasCapitalBefore = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z"), previous?.capital != true {
        previous = (false, folded.count, position)
        wasCapitalBefore = false
        folded.append(byte)
        letterCount += 1
        piece.isNumber = false
        position += 1
        continue
      }
      let (scalar, length) = scalar(at: position)
      let letter = letters[scalar]
      switch letter.kind {
      case .letter:
        if let previous, letter.isCapital, !previous.capital, letterCount > 0 {
          return close(piece, at: position, folded: folded.count, apostrophes)
        }
        if let previous, !letter.isCapital, previous.capital, wasCapitalBefore, !isPluralEnd(scalar, at: position + length) {
          position = previous.source
          folded.removeLast(folded.count - previous.folded)
          return close(piece, at: position, folded: folded.count, apostrophes)
        }
        wasCapitalBefore = previous?.capital ?? false
        previous = (letter.isCapital, folded.count, position)
        letterCount += 1
        piece.isNumber = false
      case .digit:
        if letterCount >= 3 { return close(piece, at: position, folded: folded.count, apostrophes) }
        wasCapitalBefore = false
        previous = nil
      case .mark, .dropped: break
      case .unspaced, .other:
        guard letterCount > 0, Self.isApostrophe(scalar), kind(at: position + length) == .letter else {
          return close(piece, at: position, folded: folded.count, apostrophes)
        }
        apostrophes = (apostrophes?.first ?? folded.count, folded.count)
        wasCapitalBefore = false
        previous = nil
      }
      letter.write(to: &folded)
      position += length
    }
    close(piece, at: position, folded: folded.count, apostrophes)
  }

  private mutating func close(_ open: Piece, at end: Int, folded foldedEnd: Int, _ apostrophes: (first: Int, last: Int)?) {
    var piece = open
    piece.source = open.source.lowerBound..<end
    piece.folded = open.folded.lowerBound..<foldedEnd
    if let (first, last) = apostrophes {
      if last == foldedEnd - 1, folded[last] == UInt8(ascii: "s") {
        piece.folded = open.folded.lowerBound..<last
      } else if Elision.contains(folded[open.folded.lowerBound..<first]) {
        piece.folded = first..<foldedEnd
      }
    }
    pieces.append(piece)
  }

  /// The `s` of `PDFs`.
  private func isPluralEnd(_ scalar: UInt32, at next: Int) -> Bool {
    guard scalar == 0x73 else { return false }
    let kind = kind(at: next)
    return kind == .other || kind == .unspaced
  }

  private static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC || scalar == 0xFF07
  }

  /// `https` of an address says nothing about it.
  private func isScheme(before position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position] == UInt8(ascii: ":") && bytes[position + 1] == UInt8(ascii: "/")
      && bytes[position + 2] == UInt8(ascii: "/")
  }

  /// `.net`, `.htaccess`: a dot that follows no word and no other dot.
  private func hasLeadingDot(before start: Int) -> Bool {
    guard start > 0, bytes[start - 1] == UInt8(ascii: "."), pieces[0].joint == .none, !pieces[0].isNumber else { return false }
    return start == 1 || bytes[start - 2] != UInt8(ascii: ".")
  }
}

/// The short words that French and Italian tie to the next one with an apostrophe.
enum Elision {
  private static let words: Set<[UInt8]> = Set(
    ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "nell", "all", "dall", "sull", "un"]
      .map { Array($0.utf8) })

  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 6 && words.contains(Array(word))
  }
}
