/// Cuts a word of Latin letters down to what its forms share: `installed`, `installing` and `installation` are all `instal`.
///
/// The algorithm is M. F. Porter's second English one as published (https://snowballstem.org/algorithms/english/stemmer.html), without its
/// apostrophes, which the scanner has taken away. Words of other languages pass through it as well: they lose plural endings, both where
/// they are indexed and where they are asked for.
struct EnglishStemmer {
  private var word: [UInt8]
  private var regionOne = 0
  private var regionTwo = 0

  /// Stems the word in place if it is made of `a-z` only and of a length that words have.
  static func stem(_ word: inout [UInt8]) {
    guard (3...32).contains(word.count), word.allSatisfy({ (97...122).contains($0) }) else { return }
    if word.count <= 6, let irregular = Irregular.words.firstIndex(of: Irregular.key(word)) {
      word = Array(Irregular.forms[irregular].utf8)
      return
    }
    var stemmer = EnglishStemmer(word: [])
    swap(&stemmer.word, &word)
    stemmer.run()
    swap(&stemmer.word, &word)
  }

  private init(word: [UInt8]) { self.word = word }

  private mutating func run() {
    markConsonantY()
    findRegions()
    cutPlural()
    if !isFinished {
      cutPast()
      changeFinalY()
      replaceInOne(StemmerSuffixes.derived)
      replaceInOne(StemmerSuffixes.adjectives)
      cutInTwo()
      cutFinalLetter()
    }
    for index in word.indices where word[index] == UInt8(ascii: "Y") { word[index] = UInt8(ascii: "y") }
  }

  // MARK: Shape

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
    default: false
    }
  }

  /// A `y` that begins the word or follows a vowel is a consonant, written `Y` meanwhile.
  private mutating func markConsonantY() {
    for index in word.indices where word[index] == UInt8(ascii: "y") && (index == 0 || Self.isVowel(word[index - 1])) {
      word[index] = UInt8(ascii: "Y")
    }
  }

  private mutating func findRegions() {
    regionOne = regionStart(after: 0)
    for opening in StemmerSuffixes.openings where begins(opening) { regionOne = opening.utf8CodeUnitCount }
    regionTwo = regionStart(after: regionOne)
  }

  private func regionStart(after start: Int) -> Int {
    var index = start + 1
    while index < word.count {
      if !Self.isVowel(word[index]), Self.isVowel(word[index - 1]) { return index + 1 }
      index += 1
    }
    return word.count
  }

  private func endsInShortSyllable(_ end: Int) -> Bool {
    if end == 4, begins("past") { return true }
    guard end >= 2, !Self.isVowel(word[end - 1]), Self.isVowel(word[end - 2]) else { return false }
    if end == 2 { return true }
    let last = word[end - 1]
    return !Self.isVowel(word[end - 3]) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "Y")
  }

  private func begins(_ opening: StaticString) -> Bool {
    let length = opening.utf8CodeUnitCount
    guard length <= word.count, word[0] == opening.utf8Start[0] else { return false }
    for index in 1..<length where word[index] != opening.utf8Start[index] { return false }
    return true
  }

  private func ends(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard length <= word.count, word[word.count - 1] == suffix.utf8Start[length - 1] else { return false }
    let start = word.count - length
    for index in 0..<length - 1 where word[start + index] != suffix.utf8Start[index] { return false }
    return true
  }

  private mutating func replaceEnd(_ length: Int, by ending: StaticString) {
    word.removeLast(length)
    for index in 0..<ending.utf8CodeUnitCount { word.append(ending.utf8Start[index]) }
  }

  private func hasVowel(before end: Int) -> Bool { word[..<max(end, 0)].contains(where: Self.isVowel) }

  // MARK: Steps

  private mutating func cutPlural() {
    if ends("sses") {
      word.removeLast(2)
    } else if ends("ied") || ends("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), hasVowel(before: word.count - 2) {
      word.removeLast()
    }
  }

  private mutating func cutPast() {
    for suffix in StemmerSuffixes.agreed where ends(suffix) {
      let length = suffix.utf8CodeUnitCount
      if word.count - length >= regionOne { replaceEnd(length, by: "ee") }
      return
    }
    for suffix in StemmerSuffixes.past where ends(suffix) {
      let length = suffix.utf8CodeUnitCount
      guard hasVowel(before: word.count - length) else { return }
      word.removeLast(length)
      if ends("at") || ends("bl") || ends("iz") {
        word.append(UInt8(ascii: "e"))
      } else if endsInDouble {
        word.removeLast()
      } else if regionOne >= word.count, endsInShortSyllable(word.count) {
        word.append(UInt8(ascii: "e"))
      }
      return
    }
  }

  private var endsInDouble: Bool {
    guard word.count >= 2, word[word.count - 1] == word[word.count - 2] else { return false }
    if word.count == 3, "aeo".utf8.contains(word[0]) { return false }
    return "bdfgmnprt".utf8.contains(word[word.count - 1])
  }

  private mutating func changeFinalY() {
    guard word.count > 2, let last = word.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "Y") else { return }
    if !Self.isVowel(word[word.count - 2]) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  private mutating func replaceInOne(_ rules: StemmerSuffixes.Rules) {
    // Most words are shorter than their first region would have to be.
    guard word.count >= regionOne + rules.shortest, let last = word.last else { return }
    for rule in rules.ending(in: last) where ends(rule.suffix) {
      let length = rule.suffix.utf8CodeUnitCount
      let start = word.count - length
      let isInRegion = start >= (rule.needsRegionTwo ? regionTwo : regionOne)
      if isInRegion, rule.letterBefore.utf8CodeUnitCount == 0 || (start > 0 && rule.allows(word[start - 1])) {
        replaceEnd(length, by: rule.ending)
      }
      return
    }
  }

  private mutating func cutInTwo() {
    guard word.count >= regionTwo + 2 else { return }
    for suffix in StemmerSuffixes.removed where ends(suffix) {
      let start = word.count - suffix.utf8CodeUnitCount
      if start >= regionTwo { word.removeLast(suffix.utf8CodeUnitCount) }
      return
    }
    if ends("ion"), word.count - 3 >= regionTwo, word.count > 3, "st".utf8.contains(word[word.count - 4]) { word.removeLast(3) }
  }

  private mutating func cutFinalLetter() {
    let before = word.count - 1
    if ends("e") {
      if before >= regionTwo || (before >= regionOne && !endsInShortSyllable(before)) { word.removeLast() }
    } else if ends("l"), before >= regionTwo, before > 0, word[before - 1] == UInt8(ascii: "l") {
      word.removeLast()
    }
  }

  /// `herring` and `proceed` end as if they were forms of another word.
  private var isFinished: Bool {
    guard word.count == 6 || word.count == 7, ends("ing") || ends("eed") else { return false }
    return Irregular.finished.contains(Irregular.key(word))
  }

  private enum Irregular {
    static let words = [
      "skis", "skies", "dying", "lying", "tying", "idly", "gently", "ugly", "early", "only", "singly", "sky", "news", "howe", "atlas",
      "cosmos",
      "bias", "andes",
    ].map { key($0.utf8) }
    static let forms = [
      "ski", "sky", "die", "lie", "tie", "idl", "gentl", "ugli", "earli", "onli", "singl", "sky", "news", "howe", "atlas", "cosmos", "bias",
      "andes",
    ]
    static let finished = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed", "evening"].map {
      key($0.utf8)
    }

    /// Up to eight letters in one number: a short list of them is searched quicker than a table of arrays.
    static func key(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}
