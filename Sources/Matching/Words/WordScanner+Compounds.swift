extension WordScanner {
  private static var longestCompound: Int { 24 }
  private static var mostPieces: Int { 16 }

  /// Hands out the word that was read: whole, then by its pieces.
  mutating func handWord(hasLeadingDot: Bool) {
    let all = pieces.indices
    guard hasLeadingDot, !hasJoint(in: all, where: { $0 != .none }) else { return hand(all, asPart: false) }
    term.removeAll(keepingCapacity: true)
    term.append(UInt8(ascii: "_"))
    guard write(all) else { return hand(all, asPart: false) }
    hand(source(of: all), isPart: false)
    hand(all, asPart: true)
  }

  /// `c++` and `c#`: signs that are part of a name.
  mutating func handSymbolWord() -> Bool {
    guard pieces.count == 1, !pieces[0].isNumber, position < bytes.count else { return false }
    let piece = pieces[0]
    let suffix: String
    let length: Int
    if bytes[position] == UInt8(ascii: "+"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "+"), piece.folded.count <= 10
    {
      (suffix, length) = ("_pp", 2)
    } else if bytes[position] == UInt8(ascii: "#"), piece.folded.count == 1, !beginsWord(at: position + 1) {
      (suffix, length) = ("_sharp", 1)
    } else {
      return false
    }
    position += length
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: folded[piece.folded])
    term.append(contentsOf: suffix.utf8)
    hand(piece.source.lowerBound..<position, isPart: false)
    if piece.folded.count > 1 { hand(pieces.indices, asPart: true) }
    return true
  }

  private mutating func hand(_ range: Range<Int>, asPart isPart: Bool) {
    if range.count == 1 {
      handSolid(range, isPart: isPart)
    } else if hasJoint(in: range, where: { $0 == .hyphen }) {
      handJoined(range, at: { $0 == .hyphen }, isWord: isHyphenWord(range), isPart: isPart)
    } else if hasJoint(in: range, where: { $0 == .at }) {
      handJoined(range, at: { $0 == .at }, isWord: isAddress(range), isPart: isPart)
    } else if hasJoint(in: range, where: { $0 == .dot || $0 == .underscore }) {
      if isVersion(range) {
        handVersion(range, isPart: isPart)
      } else {
        handJoined(range, at: { $0 == .dot || $0 == .underscore }, isWord: true, isPart: isPart)
      }
    } else {
      handSolid(range, isPart: isPart)
    }
  }

  /// The whole if it is a word, then what its joints separate: parts of the whole, or words of their own.
  private mutating func handJoined(_ range: Range<Int>, at splits: (Piece.Joint) -> Bool, isWord: Bool, isPart: Bool) {
    term.removeAll(keepingCapacity: true)
    let isWhole = isWord && range.count <= Self.mostPieces && write(range)
    if isWhole {
      stemTerm()
      hand(source(of: range), isPart: isPart)
    }
    var start = range.lowerBound
    for index in range.dropFirst() where splits(pieces[index].joint) {
      hand(start..<index, asPart: isPart || isWhole)
      start = index
    }
    hand(start..<range.upperBound, asPart: isPart || isWhole)
  }

  /// Letters and digits without a joint. One that is too long (a key, a digest) is cut and has no parts: they would be noise.
  private mutating func handSolid(_ range: Range<Int>, isPart: Bool) {
    term.removeAll(keepingCapacity: true)
    let isShort = write(range)
    if isShort { stemTerm() }
    hand(source(of: range), isPart: isPart)
    guard isShort, range.count > 1, range.count <= Self.mostPieces else { return }
    for index in range {
      term.removeAll(keepingCapacity: true)
      _ = write(index..<index + 1)
      stemTerm()
      hand(pieces[index].source, isPart: true)
    }
  }

  /// `2.1.0`, `v2.1`, an address of four numbers: whole, and by its first two numbers.
  private mutating func handVersion(_ range: Range<Int>, isPart: Bool) {
    var range = range
    let hasLetter = !pieces[range.lowerBound].isNumber
    if hasLetter { pieces[range.lowerBound].folded.removeFirst() }
    guard range.count <= Self.mostPieces else {
      while !range.isEmpty {
        handSolid(range.prefix(1), isPart: isPart)
        range = range.dropFirst()
      }
      return
    }
    term.removeAll(keepingCapacity: true)
    _ = write(range)
    hand(source(of: range), isPart: isPart)
    guard range.count > 2 else { return }
    term.removeAll(keepingCapacity: true)
    _ = write(range.prefix(2))
    hand(source(of: range.prefix(2)), isPart: true)
  }

  // MARK: Questions about pieces

  private func hasJoint(in range: Range<Int>, where matches: (Piece.Joint) -> Bool) -> Bool {
    range.count > 1 && pieces[range].dropFirst().contains { matches($0.joint) }
  }

  /// `e-mail`, `usb-c`, `utf-8`: two short halves, not both numbers. Longer chains are words in a row.
  private func isHyphenWord(_ range: Range<Int>) -> Bool {
    let length = pieces[range.upperBound - 1].folded.upperBound - pieces[range.lowerBound].folded.lowerBound
    guard length <= Self.longestCompound, pieces[range].contains(where: { !$0.isNumber }) else { return false }
    return pieces[range].dropFirst().allSatisfy { $0.joint == .hyphen || $0.joint == .none }
      && pieces[range].dropFirst().count { $0.joint == .hyphen } == 1
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    guard pieces[range].dropFirst().count(where: { $0.joint == .at }) == 1 else { return false }
    let at = pieces[range].dropFirst().firstIndex { $0.joint == .at } ?? range.lowerBound
    return hasJoint(in: at..<range.upperBound) { $0 == .dot }
  }

  private func isVersion(_ range: Range<Int>) -> Bool {
    let first = pieces[range.lowerBound]
    guard pieces[range].dropFirst().allSatisfy({ $0.isNumber && $0.joint == .dot }) else { return false }
    if first.isNumber { return true }
    let spelling = folded[first.folded]
    return spelling.count > 1 && spelling.first == UInt8(ascii: "v") && spelling.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  private func source(of range: Range<Int>) -> Range<Int> {
    pieces[range.lowerBound].source.lowerBound..<pieces[range.upperBound - 1].source.upperBound
  }

  /// Adds the pieces to the term; false if they had to be cut to fit.
  private mutating func write(_ range: Range<Int>) -> Bool {
    for index in range {
      let piece = pieces[index]
      if index > range.lowerBound {
        switch piece.joint {
        case .at: term.append(contentsOf: "_at_".utf8)
        case .dot, .underscore: term.append(UInt8(ascii: "_"))
        case .hyphen, .none: break
        }
      }
      term.append(contentsOf: folded[piece.folded].prefix(TextAnalyzer.longestTerm + 1))
      if term.count > TextAnalyzer.longestTerm {
        cutTerm()
        return false
      }
    }
    return true
  }

  /// Cuts between scalars.
  private mutating func cutTerm() {
    var end = TextAnalyzer.longestTerm
    while end > 0, term[end] & 0xC0 == 0x80 { end -= 1 }
    term.removeLast(term.count - end)
  }
}
