/// A word, a quoted phrase or an operator of a query, as typed.
struct SearchToken {
  var text: String
  var isExcluded = false
  /// Whether the text ends with it, unquoted: it may be half typed.
  var isOpen = false
  /// Set where the text is the value of an operator.
  var key: SearchQuery.Key?
  /// As it was typed, quotes and all.
  var raw = ""

  /// A quote that is never closed holds what is left. Two dashes begin an option (`--verbose`), one dash what is not wanted.
  static func all(in text: String) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var rest = Substring(text).unicodeScalars
    while let first = rest.first {
      guard !first.properties.isWhitespace else {
        rest = rest.dropFirst()
        continue
      }
      let begin = rest
      var token = SearchToken(text: "")
      if first == "-", let second = rest.dropFirst().first, second != "-", !second.properties.isWhitespace {
        token.isExcluded = true
        rest = rest.dropFirst()
      }
      if let (key, value) = self.key(at: rest) {
        token.key = key
        rest = value
      }
      if let quote = rest.first, isQuote(quote) {
        let inside = rest.dropFirst()
        let end = inside.firstIndex(where: isQuote) ?? inside.endIndex
        token.text = String(inside[..<end])
        rest = inside[end...].dropFirst()
      } else {
        let end = rest.firstIndex { $0.properties.isWhitespace || isQuote($0) } ?? rest.endIndex
        token.text = String(rest[..<end])
        token.isOpen = end == rest.endIndex && !token.isExcluded
        rest = rest[end...]
      }
      token.raw = String(begin[..<rest.startIndex])
      tokens.append(token)
    }
    return tokens
  }

  /// An operator is one of our keys, a colon, and a value right behind it; `tag:` alone and `tag: x` are words.
  private static func key(at rest: Substring.UnicodeScalarView) -> (SearchQuery.Key, Substring.UnicodeScalarView)? {
    guard let colon = rest.prefix(SearchQuery.Key.longest + 1).firstIndex(of: ":") else { return nil }
    guard let key = SearchQuery.Key(rawValue: String(rest[..<colon]).lowercased()) else { return nil }
    let value = rest[colon...].dropFirst()
    guard let first = value.first, !first.properties.isWhitespace else { return nil }
    return (key, value)
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{FF02}": true
    default: false
    }
  }
}
