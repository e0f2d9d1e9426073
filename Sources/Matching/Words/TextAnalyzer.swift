/// Turns text of any language into the terms that search and matching work with, so that every database finds the same.
///
/// A term is made of `a-z 0-9 _` and of letters, marks and numbers beyond ASCII; it is a bare word to FTS5 and to a tsquery. Read the
/// index with a tokenizer that leaves it whole: in SQLite `tokenize = "ascii tokenchars '_'"`.
///
/// * Letters are lowercased and lose accents, points and joiners: `É` is `e`, `ß` is `ss`, `İ` and `ı` are `i`. Digits of every script are `0-9`.
/// * An apostrophe and what belongs to it goes: `Ana's` is `ana`, `l'école` is `ecol`, `don't` is `dont`.
/// * Words of Latin letters are stemmed (`EnglishStemmer`), whatever their language: a question is too short to tell it by. Nothing else is.
/// * Joined words are one term, and their pieces are parts: `snake_case`, `node.js` is `node_js`, `camelCase` is `camelcas`, `Wi-Fi` is `wifi`,
///   `ana@example.com` is `ana_at_example_com`, `2.1.0` and `v2.1.0` are `2_1_0` (part `2_1`), `.net` is `_net`, `c++` is `c_pp`, `c#` is `c_sharp`.
/// * Scripts without spaces become overlapping pairs: `図書館` is `図書 書館`, with the last letter as a part so that every letter begins a term.
///
/// Time is linear in the text; at most `mostTerms` terms are made.
package struct TextAnalyzer: Sendable {
  /// Bytes: a longer word is cut, so that it still finds itself.
  package static let longestTerm = 64
  /// The bound on what one text may put into the index.
  package static let mostTerms = 20_000

  let stems: Bool

  /// The analyzer that the index and its questions share.
  package init() { stems = true }

  /// The same words unstemmed, for the beginning of a word that is still being typed.
  package static let unstemmed = TextAnalyzer(stems: false)
  private init(stems: Bool) { self.stems = stems }

  /// The terms of a text in the order they are found: for highlighting and for comparing texts.
  package func terms(of text: String) -> [Term] {
    var sink = TermList()
    analyze(text, into: &sink)
    return sink.terms
  }

  /// What the index stores for a text: terms in order, so that phrases are neighbours, then the parts behind a `_` that no phrase crosses.
  package func termsText(of text: String) -> String {
    var sink = TermsText()
    analyze(text, into: &sink)
    guard !sink.parts.isEmpty else { return String(decoding: sink.main, as: UTF8.self) }
    if !sink.main.isEmpty { sink.main.append(UInt8(ascii: " ")) }
    sink.main.append(UInt8(ascii: "_"))
    sink.main.append(UInt8(ascii: " "))
    return String(decoding: sink.main + sink.parts, as: UTF8.self)
  }

  func analyze(_ text: String, into sink: inout some TermSink) {
    var scanner = WordScanner(bytes: Array(text.utf8), stems: stems, sink: sink)
    scanner.scan()
    sink = scanner.sink
  }
}

private struct TermList: TermSink {
  var terms: [Term] = []

  mutating func take(_ term: [UInt8], range: Range<Int>, isPart: Bool) {
    terms.append(Term(text: String(decoding: term, as: UTF8.self), range: range, isPart: isPart))
  }
}

private struct TermsText: TermSink {
  var main: [UInt8] = []
  var parts: [UInt8] = []

  mutating func take(_ term: [UInt8], range: Range<Int>, isPart: Bool) {
    if isPart { Self.append(term, to: &parts) } else { Self.append(term, to: &main) }
  }

  private static func append(_ term: [UInt8], to list: inout [UInt8]) {
    if !list.isEmpty { list.append(UInt8(ascii: " ")) }
    list.append(contentsOf: term)
  }
}
