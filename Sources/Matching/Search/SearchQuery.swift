/// What somebody looks for, understood: words that must all be there, "quoted phrases", -words that must not be, and operators such as
/// `tag:oven` (see ``Key``).
///
/// Nothing of the text is syntax to a database: it is analysed into terms first. Words such as `AND` or `title:` are words.
/// A query reads at most `longestText` characters, `mostTerms` terms and `mostOperators` operators; what is beyond is not looked for.
package struct SearchQuery: Sendable, Hashable {
  /// Characters.
  package static let longestText = 200
  /// The bound on the work one query may ask of an index.
  package static let mostTerms = 12
  /// The bound on the conditions one query may set.
  package static let mostOperators = 10

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
  package internal(set) var required: [Phrase] = []
  /// What must not be there.
  package private(set) var excluded: [Phrase] = []

  /// Conditions besides words, in the order of the text.
  package private(set) var operators: [Operator] = []
  /// What was typed without the operators.
  package private(set) var words = ""
  /// Whether something was typed that is beyond the bounds.
  package private(set) var isCut = false

  /// Whether there is nothing to look for: an index cannot be asked for all but a word.
  package var isEmpty: Bool { required.isEmpty }

  /// Understands what was typed. Its last word may be the beginning of one from three letters on, unless a space follows it.
  package init(_ raw: String, lastWordMayGoOn: Bool = true) {
    // The scalars are cut first: one character can be of any length.
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: raw.unicodeScalars.prefix(5 * Self.longestText))
    let text = String(String(cut).prefix(Self.longestText))
    let analyzer = TextAnalyzer()
    isCut = text.utf8.count < raw.utf8.count
    var room = Self.mostTerms
    var words: [String] = []
    for token in SearchToken.all(in: text) {
      if let key = token.key {
        if operators.count < Self.mostOperators {
          operators.append(Operator(key, token.text, isExcluded: token.isExcluded))
        } else {
          isCut = true
        }
        continue
      }
      words.append(token.raw)
      let found = analyzer.terms(of: token.text).filter { !$0.isPart }
      guard let last = found.last else { continue }
      if found.count > room { isCut = true }
      guard room > 0 else { continue }
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
    self.words = words.joined(separator: " ")
  }

  /// A query for any of the given terms, each a word of its own, as an index spells them: for finding texts like another.
  package init(terms: some Sequence<String>) {
    required = terms.prefix(Self.mostTerms).map { Phrase(terms: [$0], isPrefix: false, alternative: nil) }
  }

  /// What must not be there, as a query that looks for it.
  package var unwanted: SearchQuery {
    var query = self
    (query.required, query.excluded) = (excluded, [])
    return query
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
