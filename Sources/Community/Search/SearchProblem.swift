import Matching

/// Part of a query that means nothing here; the rest was searched without it.
package struct SearchProblem: Sendable, Equatable {
  /// The field of the form that says the same.
  package let field: SearchField
  /// As it was typed.
  package let value: String

  init(_ asked: SearchQuery.Operator) {
    field = SearchField(asked)
    value = asked.value
  }
}
