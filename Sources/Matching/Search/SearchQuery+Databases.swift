extension SearchQuery {
  /// The query as an FTS5 MATCH expression; nil if there is nothing to look for.
  ///
  /// - Parameters:
  ///   - columns: where every required phrase must be; all in one of them or spread over several.
  ///   - textColumns: where no excluded phrase may be: all columns that hold people's words.
  ///   - scopes: terms of the scope column whose rows must not be found, such as the categories the viewer may not see.
  ///   - within: terms of the scope column, one of which a row must have, such as the categories that were asked for; nil for any.
  ///   - scopeColumn: never looked into for people's words, so that nobody can search by scope.
  package func fts5(
    columns: [String], textColumns: [String], excludingScopes scopes: [String], within: [String]? = nil, scopeColumn: String = "scope"
  ) -> String? {
    guard !isEmpty else { return nil }
    var expression = "\(Self.columnFilter(columns)) : (\(required.map(\.fts5).joined(separator: " AND ")))"
    if let within {
      let list = (within.isEmpty ? [""] : within).map(Self.quoted).joined(separator: " OR ")
      expression = "(\(expression)) AND (\(Self.columnFilter([scopeColumn])) : (\(list)))"
    }
    if !excluded.isEmpty {
      expression = "(\(expression)) NOT (\(Self.columnFilter(textColumns)) : (\(excluded.map(\.fts5).joined(separator: " OR "))))"
    }
    if !scopes.isEmpty {
      let list = scopes.map(Self.quoted).joined(separator: " OR ")
      expression = "(\(expression)) NOT (\(Self.columnFilter([scopeColumn])) : (\(list)))"
    }
    return expression
  }

  /// The query in the text form of a PostgreSQL `tsquery`, for a `tsvector` of the same terms; nil if there is nothing to look for.
  ///
  /// `weights` names the weights to look into, such as `A` for a title; empty for all.
  package func tsquery(weights: String = "") -> String? {
    guard !isEmpty else { return nil }
    return (required.map { $0.tsquery(weights) } + excluded.map { "!" + $0.tsquery("") }).joined(separator: " & ")
  }

  /// Each thing that must be there as a query of its own, with what must not be.
  package var parts: [SearchQuery] {
    required.map { phrase in
      var part = self
      part.required = [phrase]
      return part
    }
  }

  private static func columnFilter(_ columns: [String]) -> String {
    "{\(columns.map(quoted).joined(separator: " "))}"
  }

  fileprivate static func quoted(_ text: String) -> String {
    // By scalar: a quote with a mark behind it is not the character `"`.
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }
}

extension SearchQuery.Phrase {
  fileprivate var fts5: String {
    let words = terms.map(SearchQuery.quoted).joined(separator: " + ") + (isPrefix ? " *" : "")
    return alternative.map { "(\(words) OR \(SearchQuery.quoted($0)))" } ?? words
  }

  /// Terms hold neither quotes nor backslashes (see `TextAnalyzer`).
  fileprivate func tsquery(_ weights: String) -> String {
    var words = terms.enumerated().map { index, term in
      let label = (isPrefix && index == terms.count - 1 ? "*" : "") + weights
      return "'\(term)'" + (label.isEmpty ? "" : ":" + label)
    }
    if let alternative { words[words.count - 1] += " | '\(alternative)'" + (weights.isEmpty ? "" : ":" + weights) }
    return words.count > 1 || alternative != nil ? "(\(words.joined(separator: " <-> ")))" : words[0]
  }
}
