/// A word or a quoted phrase of a query, as typed.
struct SearchToken {
  var text: String
  var isExcluded = false
  /// Whether the text ends with it, unquoted: it may be half typed.
  var isOpen = false

  /// A quote that is never closed holds what is left. Two dashes begin an option (`--verbose`), one dash what is not wanted.
  static func all(in text: String) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var rest = Substring(text).unicodeScalars
    while let first = rest.first {
      guard !first.properties.isWhitespace else {
        rest = rest.dropFirst()
        continue
      }
      var token = SearchToken(text: "")
      if first == "-", let second = rest.dropFirst().first, second != "-", !second.properties.isWhitespace {
        token.isExcluded = true
        rest = rest.dropFirst()
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
      tokens.append(token)
    }
    return tokens
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{FF02}": true
    default: false
    }
  }
}
