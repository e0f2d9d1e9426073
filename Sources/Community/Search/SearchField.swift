import Matching

/// A field of the search form; each says what an operator of the query says.
package enum SearchField: String, Sendable, CaseIterable {
  case category, tag, author, state, kind, after, before

  init(_ asked: SearchQuery.Operator) {
    self =
      switch asked.key {
      case .author: .author
      case .tag: .tag
      case .category: .category
      case .before: .before
      case .after: .after
      case .is: SearchState(rawValue: asked.value.lowercased())?.kind == nil ? .state : .kind
      }
  }

  var key: SearchQuery.Key {
    switch self {
    case .category: .category
    case .tag: .tag
    case .author: .author
    case .state, .kind: .is
    case .after: .after
    case .before: .before
    }
  }
}
