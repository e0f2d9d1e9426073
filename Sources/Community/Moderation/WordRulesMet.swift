package import Database

/// What the rules of words find in one text.
package struct WordRulesMet: Sendable {
  /// One rule that was met.
  package struct Meeting: Sendable {
    package let rule: WordRule
    /// The words as they stand in the text.
    package let words: String
  }
  /// In the order of the rules.
  package let meetings: [Meeting]

  /// Tries a text against all rules without writing it, for who makes them. Throws ``ForumError/notFound`` for anybody else.
  package static func trying(_ text: String, for actor: Actor, in tx: Transaction) throws -> WordRulesMet {
    let rules = try WordRule.all(for: actor, in: tx)
    let folded = FoldedText(text)
    return WordRulesMet(
      meetings: rules.compactMap { rule in rule.pattern.places(in: folded).first.map { Meeting(rule: rule, words: words(text, at: $0)) } })
  }

  /// A place in a text as one line, short enough for a sentence.
  static func words(_ text: String, at range: Range<Int>) -> String {
    String(oneLine(String(decoding: Array(text.utf8)[range], as: UTF8.self)).prefix(40))
  }

  /// The text with other words in some places; where two places overlap the first counts.
  static func replacing(_ places: [(range: Range<Int>, by: String)], in text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for place in places.sorted(by: { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }) {
      guard place.range.lowerBound >= end else { continue }
      result += bytes[end..<place.range.lowerBound]
      result += Array(place.by.utf8)
      end = place.range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }
}
