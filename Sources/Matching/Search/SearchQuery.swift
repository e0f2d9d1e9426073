/// What somebody looks for, understood: words that must all be there, "quoted phrases", -words that must not be.
///
/// Nothing of the text is syntax to a database: it is analysed into terms first. Words such as `tag:` or `AND` are words.
/// A query reads at most `longestText` characters and `mostTerms` terms; what is beyond is not looked for.
package struct SearchQuery: Sendable, Hashable {
  /// Characters.
  package static let longestText = 200
  /// The bound on the work one query may ask of an index.
  package static let mostTerms = 12

  /// Terms that must follow one another; most phrases are one word.
  package struct Phrase: Sendable, Hashable {
    /// The terms, in order; never empty.
    package let terms: [String]
    /// Whether the last term may go on: the word being typed, or one letter of a script without spaces.
    package let isPrefix: Bool
    /// The last term as a complete word, where that is another one than what was typed (`instal` of `installing`).
    package let alternative: String?

    /// The terms as the index spells them when the words are complete.
    var complete: [String] { terms.dropLast() + [alternative ?? terms[terms.count - 1]] }
  }

  /// What must be there, in the order of the text.
  package private(set) var required: [Phrase] = []
  /// What must not be there.
  package private(set) var excluded: [Phrase] = []

  /// Whether there is nothing to look for: an index cannot be asked for all but a word.
  package var isEmpty: Bool { required.isEmpty }

  /// Understands what was typed. Its last word may be the beginning of one from three letters on, unless a space follows it.
  package init(_ raw: String, lastWordMayGoOn: Bool = true) {
    // The scalars are cut first: one character can be of any length.
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: raw.unicodeScalars.prefix(5 * Self.longestText))
    let text = String(String(cut).prefix(Self.longestText))
    let analyzer = TextAnalyzer()
    var room = Self.mostTerms
    for token in SearchToken.all(in: text) where room > 0 {
      let found = analyzer.terms(of: token.text).filter { !$0.isPart }
      guard let last = found.last else { continue }
      var terms = Array(found.map(\.text).prefix(room))
      room -= terms.count
      let isWhole = terms.count == found.count
      var isPrefix = isWhole && Self.isOneLetter(last)
      var alternative: String?
      if isWhole, lastWordMayGoOn, token.isOpen, terms.count == 1, let typed = Self.beginning(token.text) {
        isPrefix = true
        if terms[0] != typed { alternative = terms[0] }
        terms = [typed]
      }
      let phrase = Phrase(terms: terms, isPrefix: isPrefix, alternative: alternative)
      if token.isExcluded { excluded.append(phrase) } else { required.append(phrase) }
    }
  }

  /// Pairs of letters are indexed, and the last letter of a run alone: one letter is found as the beginning of either.
  private static func isOneLetter(_ term: Term) -> Bool {
    let letters = term.text.unicodeScalars.filter { LetterTable.standard[$0.value].kind != .mark && !UnspacedScripts.attaches($0.value) }
    return letters.count == 1 && LetterTable.standard[letters.first?.value ?? 0].kind == .unspaced
  }

  /// The word as typed, if it is long enough to stand for longer ones. A number is not the beginning of another.
  private static func beginning(_ word: String) -> String? {
    let terms = TextAnalyzer.unstemmed.terms(of: word).filter { !$0.isPart }
    guard terms.count == 1, let last = terms[0].text.utf8.last, !(48...57).contains(last) else { return nil }
    return terms[0].text.unicodeScalars.count >= 3 ? terms[0].text : nil
  }
}
