/// The endings that the stemmer knows, longest first among those that end alike.
enum StemmerSuffixes {
  struct Rule {
    let suffix: StaticString
    let ending: StaticString
    /// The letters one of which must stand before the suffix; none: any.
    var letterBefore: StaticString = ""
    var needsRegionTwo = false

    func allows(_ byte: UInt8) -> Bool {
      (0..<letterBefore.utf8CodeUnitCount).contains { letterBefore.utf8Start[$0] == byte }
    }
  }

  /// Rules by the last letter of their suffix, in the order they are tried.
  struct Rules {
    let shortest: Int
    private let byLetter: [[Rule]]

    init(_ rules: [Rule]) {
      shortest = rules.map(\.suffix.utf8CodeUnitCount).min() ?? 0
      byLetter = (0..<256).map { letter in
        rules.filter { Int($0.suffix.utf8Start[$0.suffix.utf8CodeUnitCount - 1]) == letter }
      }
    }

    func ending(in letter: UInt8) -> [Rule] { byLetter[Int(letter)] }
  }

  /// Beginnings whose first region is set by hand, or `general` and `generate`, `internal` and `international` would be one word.
  static let openings: [StaticString] = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"]
  static let agreed: [StaticString] = ["eedly", "eed"]
  static let past: [StaticString] = ["ingly", "edly", "ing", "ed"]

  static let derived = Rules([
    Rule(suffix: "ational", ending: "ate"), Rule(suffix: "tional", ending: "tion"), Rule(suffix: "enci", ending: "ence"),
    Rule(suffix: "anci", ending: "ance"), Rule(suffix: "abli", ending: "able"), Rule(suffix: "entli", ending: "ent"),
    Rule(suffix: "ization", ending: "ize"), Rule(suffix: "izer", ending: "ize"), Rule(suffix: "ation", ending: "ate"),
    Rule(suffix: "ator", ending: "ate"), Rule(suffix: "alism", ending: "al"), Rule(suffix: "aliti", ending: "al"),
    Rule(suffix: "alli", ending: "al"), Rule(suffix: "fulness", ending: "ful"), Rule(suffix: "ousness", ending: "ous"),
    Rule(suffix: "ousli", ending: "ous"), Rule(suffix: "iveness", ending: "ive"), Rule(suffix: "iviti", ending: "ive"),
    Rule(suffix: "biliti", ending: "ble"), Rule(suffix: "bli", ending: "ble"), Rule(suffix: "ogi", ending: "og", letterBefore: "l"),
    Rule(suffix: "ogist", ending: "og"),
    Rule(suffix: "fulli", ending: "ful"), Rule(suffix: "lessli", ending: "less"),
    Rule(suffix: "li", ending: "", letterBefore: "cdeghkmnrt"),
  ])

  static let adjectives = Rules([
    Rule(suffix: "ational", ending: "ate"), Rule(suffix: "tional", ending: "tion"), Rule(suffix: "alize", ending: "al"),
    Rule(suffix: "icate", ending: "ic"), Rule(suffix: "iciti", ending: "ic"), Rule(suffix: "ical", ending: "ic"),
    Rule(suffix: "ful", ending: ""), Rule(suffix: "ness", ending: ""), Rule(suffix: "ative", ending: "", needsRegionTwo: true),
  ])

  static let removed: [StaticString] = [
    "ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic",
  ]
}
