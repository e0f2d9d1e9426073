/// Why something is suggested, so that it can be looked up: a word, and where it stands.
package struct Evidence: Sendable, Equatable {
  /// The term, as the analyzer writes it.
  package let term: String
  package let source: Source
  /// What it adds to the ranking, beside the other evidence for the same suggestion.
  package let weight: Double

  package init(term: String, source: Source, weight: Double) { (self.term, self.source, self.weight) = (term, source, weight) }

  package enum Source: Sendable, Equatable {
    /// A post that has the term in its text, or in its topic's title or tags if it opens the topic.
    case post(Int64, topic: Int64)
    /// An interest the member declared.
    case interest
  }
}
