/// Counts how often the phrases of a query stand in the terms of a text.
extension PhraseMatcher {
  private static let begunWeight = 0.6

  /// How often each phrase is there; the beginning of a longer word counts less than the word.
  func weights(in text: [UInt8]) -> [Double] {
    var weights = Array(repeating: 0.0, count: count)
    var start = 0
    while start < text.count {
      var candidates = candidates(text[start])
      while candidates != 0 {
        let phrase = candidates.trailingZeroBitCount
        candidates &= candidates - 1
        switch strength(of: phrase, in: text, at: start) {
        case .complete: weights[phrase] += 1
        case .begun: weights[phrase] += Self.begunWeight
        case nil: break
        }
      }
      start = Self.end(of: start, in: text) + 1
    }
    return weights
  }

  private func strength(of phrase: Int, in text: [UInt8], at start: Int) -> Strength? {
    var start = start
    var strength: Strength?
    for place in 0..<length(of: phrase) {
      guard start < text.count else { return nil }
      let end = Self.end(of: start, in: text)
      strength = match(text, start..<end, phrase: phrase, at: place)
      guard strength != nil else { return nil }
      start = end + 1
    }
    return strength
  }

  private static func end(of start: Int, in text: [UInt8]) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: " ") { end += 1 }
    return end
  }
}
