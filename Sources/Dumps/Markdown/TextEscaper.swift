/// Writes words so that our Markdown renders exactly these words: marks are escaped only where they could mean something.
enum TextEscaper {
  /// `text` holds no white space but no-break spaces; `before` is the character it follows on the line, if any.
  static func escape(_ text: String, after before: Unicode.Scalar?, inLink: Bool) -> String.UnicodeScalarView {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : before
      let needs = needsEscape(scalar, previous: previous, before: scalars[..<index], rest: scalars[(index + 1)...], inLink: inLink)
      if needs { result.append("\\") }
      result.append(scalar)
    }
    return result
  }

  private static func needsEscape(
    _ scalar: Unicode.Scalar, previous: Unicode.Scalar?, before: ArraySlice<Unicode.Scalar>, rest: ArraySlice<Unicode.Scalar>, inLink: Bool
  ) -> Bool {
    let next = rest.first
    switch scalar {
    case "*", "`", "~", "[": return true
    case "]": return inLink
    case "_": return !(previous.isWordASCII && next.isWordASCII)
    case "\\": return next.map(\.isPunctuationASCII) ?? true
    case "!": return next == nil || next == "["
    case "<": return next == nil || next.isWordASCII || next == "/" || next == "!" || next == "?"
    case "&": return next == nil || isEntity(rest)
    // Handles of the old forum are nobody's here, and only what the old forum showed as a link is one.
    case "@": return !inLink && next != nil
    case ":": return !inLink && next == "/" && (ends(before, "http") || ends(before, "https"))
    case ".": return !inLink && next != nil && ends(before, "www")
    default: return false
    }
  }

  private static func ends(_ text: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
    text.suffix(word.utf8.count).elementsEqual(word.unicodeScalars) { $0.properties.lowercaseMapping == String($1) }
  }

  private static func isEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix(48).prefix { Optional($0).isWordASCII || $0 == "#" }
    return !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == ";"
  }

  /// Escapes what would make a finished line the beginning of a block.
  static func escapeLineStart(_ line: String) -> String {
    var scalars = line.unicodeScalars
    guard let first = scalars.first else { return line }
    let second = scalars.dropFirst().first
    switch first {
    case ">", "#", "=": return "\\" + line
    case "+", "-":
      let isRule = scalars.allSatisfy { "-+|: ".unicodeScalars.contains($0) }
      return second == nil || second == " " || isRule ? "\\" + line : line
    case "|", ":": return scalars.allSatisfy { "-|: \\".unicodeScalars.contains($0) } ? "\\" + line : line
    case "0"..."9":
      guard let end = scalars.firstIndex(where: { !("0"..."9").contains($0) }), scalars[end] == "." || scalars[end] == ")" else {
        return line
      }
      let after = scalars.index(after: end)
      guard after == scalars.endIndex || scalars[after] == " " else { return line }
      scalars.insert("\\", at: end)
      return String(scalars)
    default: return line
    }
  }
}

extension Unicode.Scalar? {
  var isWordASCII: Bool {
    guard let self else { return false }
    return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }
}

extension Unicode.Scalar {
  var isPunctuationASCII: Bool { isASCII && value > 0x20 && value < 0x7F && !Optional(self).isWordASCII }
}
