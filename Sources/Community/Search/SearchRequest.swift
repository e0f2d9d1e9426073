import Matching

/// What somebody searches for, typed as one line, chosen in the form, or both: each operator that has a field of its own stands in it, so that
/// the form always shows the whole query.
package struct SearchRequest: Sendable, Equatable {
  /// Characters of one line.
  package static let longestText = SearchQuery.longestText
  /// What stands in the search field: words, and the operators that no other field can hold.
  package let text: String
  /// The words alone, as the title of a question.
  package let words: String
  /// What stands in the other fields.
  package let fields: [SearchField: String]
  package let order: SearchOrder
  /// Whether more was typed than is looked for.
  package let isCut: Bool
  let query: SearchQuery
  let operators: [SearchQuery.Operator]

  package init(_ typed: String, fields chosen: [SearchField: String] = [:], order: SearchOrder = .best) {
    query = SearchQuery(typed)
    var fields: [SearchField: String] = [:]
    for field in SearchField.allCases {
      let scalars = (chosen[field] ?? "").unicodeScalars.prefix(Self.longestText)
      let value = String(String.UnicodeScalarView(scalars)).trimmingWhiteSpace()
      if !value.isEmpty { fields[field] = value }
    }
    var left: [SearchQuery.Operator] = []
    for asked in query.operators {
      let field = SearchField(asked)
      if asked.isExcluded || fields[field] != nil && fields[field] != asked.value {
        left.append(asked)
      } else {
        fields[field] = asked.value
      }
    }
    operators = SearchField.allCases.compactMap { field in fields[field].map { SearchQuery.Operator(field.key, $0) } } + left
    // Words come last: a quote among them may be open, and the last one may go on.
    text = (left.map(\.text) + [query.words]).filter { !$0.isEmpty }.joined(separator: " ")
    (words, isCut) = (query.words, query.isCut)
    self.fields = fields
    self.order = order
  }

  /// Whether nothing was asked yet.
  package var isBare: Bool { query.isEmpty && query.excluded.isEmpty && operators.isEmpty }
  /// Whether there is neither a word nor a condition that something could be found by, only what must not be there.
  package var isOnlyUnwanted: Bool { query.isEmpty && !query.excluded.isEmpty && operators.isEmpty }
  /// Whether anything is asked besides words.
  package var isFiltered: Bool { !operators.isEmpty }
  /// The same words without the conditions.
  package var withoutFilters: SearchRequest { SearchRequest(words, order: order) }
}
