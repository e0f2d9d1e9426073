import Matching

/// Words that found nothing, in the one form in which they are counted and kept.
package struct FruitlessWords: Sendable, Hashable {
  /// Characters.
  package static let longest = 80
  package let text: String

  /// Nil where there are none, where conditions may be the reason, and where they look like what belongs to one person: an address, a long number.
  package init?(_ request: SearchRequest) {
    let text = oneLine(request.words).lowercased()
    guard !request.isFiltered, !request.query.required.isEmpty, text.count <= Self.longest, text.utf8.count <= 4 * Self.longest,
      !text.contains("@"), !Self.hasLongNumber(text)
    else { return nil }
    self.text = text
  }

  /// Five digits or more, whatever stands between them but letters: telephones, orders, cards, accounts.
  private static func hasLongNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType != nil { digits += 1 } else if scalar.properties.isAlphabetic { digits = 0 }
      if digits >= 5 { return true }
    }
    return false
  }
}
