extension FoldedReading {
  /// As the words look at a glance. Nil where every word is written as words are.
  ///
  /// Disguised are words that mix letters with digits or signs (`v1agra`), words that mix scripts or wear the letters of another than the
  /// text around them (`сorner` with a Cyrillic first letter), and three letters or more that stand alone one after the other (`s p a m`).
  init?(disguisedIn text: String, plain: [FoldedWord]) {
    let words = text.utf8.contains(where: Self.isSign) ? FoldedWord.scan(text, joinsSigns: true) : plain
    let main = Self.mainScript(of: words)
    var groups: [(words: ArraySlice<FoldedWord>, isOdd: Bool)] = []
    var index = 0
    while index < words.count {
      let group = words[index..<index + Self.lettersAlone(from: index, in: words)]
      groups.append((group, group.count > 1 || Self.isOdd(words[index], among: main)))
      index = group.endIndex
    }
    guard groups.contains(where: \.isOdd) else { return nil }
    let bytes = Array(text.utf8)
    self.init(
      groups.compactMap { group, isOdd in
        guard let first = group.first, let last = group.last else { return nil }
        let written = group.map { isOdd ? String(decoding: bytes[$0.range], as: UTF8.self) : $0.plain }.joined()
        let looks = Skeleton.strict(written).text
        if looks.isEmpty { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        return Entry(text: looks, range: range, isOdd: isOdd && looks.utf8.allSatisfy { $0 < 0x80 })
      })
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    // The first byte of the one sign beyond ASCII too.
    [UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "+"), 0xE2].contains(byte)
  }

  /// How many words from here on are single letters; 1 where too few are.
  private static func lettersAlone(from start: Int, in words: [FoldedWord]) -> Int {
    var end = start
    while end < words.count, words[end].length == 1, words[end].hasLetter || words[end].hasSigns,
      words[end].scripts.isDisjoint(with: [.eastAsian, .hangul, .other])
    {
      end += 1
    }
    let run = words[start..<end]
    return run.count >= 3 && run.contains(where: \.hasLetter) ? run.count : 1
  }

  private static func isOdd(_ word: FoldedWord, among main: Script?) -> Bool {
    guard word.hasLetter else { return false }
    if word.hasSigns { return true }
    if word.scripts.count > 1 { return true }
    guard let script = word.scripts.first, let main else { return false }
    return script != main && [.greek, .cyrillic, .armenian, .cherokee].contains(script)
  }

  /// The script most words are in.
  private static func mainScript(of words: [FoldedWord]) -> Script? {
    var counts: [Script: Int] = [:]
    for word in words where word.scripts.count == 1 { for script in word.scripts { counts[script, default: 0] += 1 } }
    let most = counts.values.max()
    let first = counts.filter { $0.value == most }.keys
    return first.count == 1 ? first.first : first.contains(.latin) ? .latin : nil
  }
}
