/// One entry of the search index: how a word of a text is looked up, and where it stands.
package struct Term: Sendable, Hashable {
  /// The word as it is indexed: folded, stemmed, encoded (see `TextAnalyzer`); at most `TextAnalyzer.longestTerm` bytes.
  package let text: String
  /// Where the word stands in the text, for highlighting: UTF-8 offsets, on scalar boundaries.
  package let range: Range<Int>
  /// Whether the term is only a piece of a word that has a term of its own (`camel` of `camelCase`), for questions that ask for the piece.
  package let isPart: Bool

  package init(text: String, range: Range<Int>, isPart: Bool) {
    self.text = text
    self.range = range
    self.isPart = isPart
  }
}

/// Takes terms as they are found, without a string being made of each.
protocol TermSink {
  /// Whether terms that begin with this byte matter; the others may come unstemmed.
  func wants(_ first: UInt8) -> Bool

  mutating func take(_ term: [UInt8], range: Range<Int>, isPart: Bool)
}

extension TermSink {
  func wants(_ first: UInt8) -> Bool { true }
}
