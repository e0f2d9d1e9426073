import Testing

@testable import Community

@Suite("Rules of words") struct WordPatternTests {
  private func finds(_ pattern: String, in text: String) -> Bool {
    guard let pattern = try? WordPattern(pattern) else { return false }
    return !pattern.places(in: FoldedText(text)).isEmpty
  }

  @Test(
    "find a word however it is dressed up",
    arguments: [
      ("viagra", "Buy VIAGRA now"), ("viagra", "v1agra, today"), ("viagra", "V-I-A-G-R-A"), ("viagra", "v i a g r a"),
      ("viagra", "vi\u{AD}agra"), ("viagra", "vı\u{301}a\u{300}gra"), ("viagra", "ｖｉａｇｒａ"), ("viagra", "𝐯𝐢𝐚𝐠𝐫𝐚"),
      ("viagra", "viagrа with a Cyrillic letter"),
      ("cash", "c@$h for you"), ("idiot", "You 1d1ot!"), ("kill yourself", "go KILL\nyourself"),
      ("kill yourself", "k i l l y o u r s e l f"),
      ("дурак", "Какой ДУРАК!"), ("垃圾广告", "这是垃圾广告吗"), ("垃圾", "垃 圾"), ("バカ", "ﾊﾞｶ"), ("바보", "너는 바보 야"), ("κακός", "ΚΑΚΌΣ"),
      ("كلب", "هذا كَلب"), ("spam*", "spammers all"), ("straße", "STRASSE"),
    ]) func finds(_ pattern: String, _ text: String)
  {
    #expect(finds(pattern, in: text))
  }

  @Test(
    "leave alone what only has their letters",
    arguments: [
      ("ass", "a class of assistants"), ("hot", "Это нот и ток"), ("cum", "document, circumstance"), ("sex", "Essex, 6 ex"),
      ("kill yourself", "kill the process yourself"), ("spam", "spammers"), ("it", "bit by bit"), ("10", "a 10 b"), ("mail", "e-mails"),
      ("ass", "c l a s s"),
      ("垃圾广告", "广告和垃圾"), ("anal", "analysis of a canal"),
    ]) func leaves(_ pattern: String, _ text: String)
  {
    #expect(!finds(pattern, in: text))
  }

  @Test(
    "take no words that would be found nearly everywhere",
    arguments: ["", " ", "a", "*", "ab*", "…", "7", String(repeating: "x", count: 61)])
  func refuses(_ raw: String) {
    #expect(throws: Problem.self) { try WordPattern(raw) }
  }

  @Test("find what stands anywhere in any text, in any dress, and name the place it stands at") func anywhere() throws {
    var random = Rolls(seed: 7)
    let letters = Array("abcdeghikmnoprstuvwxyzäéñøабвгджλμπש漢字かな한국ไทย")
    func word() -> String { String((0..<random.below(8) + 3).map { _ in letters[random.below(letters.count)] }) }
    for _ in 0..<300 {
      let hidden = word()
      let pattern = try WordPattern(hidden)
      let before = (0..<random.below(6)).map { _ in word() }.joined(separator: " ")
      let after = (0..<random.below(6)).map { _ in word() }.joined(separator: ", ")
      let dressed = random.below(2) == 0 ? hidden.uppercased() : String(hidden.flatMap { [$0, "\u{200B}"] })
      let text = before + " (" + dressed + ") " + after
      let places = pattern.places(in: FoldedText(text))
      #expect(!places.isEmpty, "\(hidden) in \(text)")
      let bytes = Array(text.utf8)
      for place in places {
        #expect(place.lowerBound < place.upperBound && place.upperBound <= bytes.count)
        // A place is whole characters: taking it out leaves a text.
        #expect(String(validating: Array(bytes[..<place.lowerBound] + bytes[place.upperBound...]), as: UTF8.self) != nil)
      }
    }
  }

  @Test("other words in all places leave none of the old ones, whatever overlaps") func replaces() throws {
    var random = Rolls(seed: 11)
    let parts = ["spam", "SPAM", "sp\u{AD}am", " ", "-", "x", "ham", "\n", "s p a m", "漢"]
    for _ in 0..<300 {
      let text = (0..<random.below(12)).map { _ in parts[random.below(parts.count)] }.joined()
      let pattern = try WordPattern("spam")
      let changed = WordRulesMet.replacing(pattern.places(in: FoldedText(text)).map { ($0, by: "egg") }, in: text)
      #expect(pattern.places(in: FoldedText(changed)).isEmpty, "\(text) became \(changed)")
    }
  }

  @Test("work grows with the text, not with its square: a hostile one of 32 KiB meets 300 rules") func bounded() throws {
    let hostile = FoldedText(String(repeating: "aa ", count: 10_900))
    let rules = try (0..<300).map { try WordPattern(String(repeating: "aa ", count: 18) + "b\($0)x") }
    #expect(rules.allSatisfy { $0.places(in: hostile).isEmpty })
    let unspaced = FoldedText(String(repeating: "我", count: 10_900))
    #expect(try WordPattern(String(repeating: "我", count: 20)).places(in: unspaced).count == 10_881)
  }
}

/// SplitMix64, by Sebastiano Vigna, in the public domain.
struct Rolls {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func below(_ most: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(most))
  }
}
