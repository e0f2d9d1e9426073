import Foundation

/// What a member is called, in any script; not unique.
package struct DisplayName: Sendable, Hashable {
  package let text: String
  /// The most characters (Unicode scalars, as the schema counts them).
  package static let most = 60

  /// Collapses white space. Throws ``Problem`` `empty`, `tooLong`, `badCharacters`, or `nameConfusable` for a word of mixed scripts.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 4096 else { throw Problem(.tooLong, Self.most) }
    let words = raw.unicodeScalars.split { $0.properties.isWhitespace }
    let name = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ").precomposedStringWithCanonicalMapping
    if name.isEmpty { throw Problem(.empty) }
    if name.unicodeScalars.count > Self.most { throw Problem(.tooLong, Self.most) }
    guard Self.isReadable(name) else { throw Problem(.badCharacters) }
    if Script.mixesWithinWord(name) { throw Problem(.nameConfusable) }
    text = name
  }

  /// Something to read aloud, and nothing that changes how the text around it is shown or looks like the server's own badge.
  private static func isReadable(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    var marks = 0
    var hasLetter = false
    for (index, scalar) in scalars.enumerated() {
      switch scalar.properties.generalCategory {
      case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
      case .format:
        // Persian and Indic names need the joiners, between letters.
        guard scalar == "\u{200C}" || scalar == "\u{200D}", index > 0, index + 1 < scalars.count else { return false }
        guard !scalars[index - 1].isASCII, !scalars[index + 1].isASCII else { return false }
      case .nonspacingMark, .enclosingMark, .spacingMark:
        marks += 1
        if marks > 4 { return false }
        continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber: hasLetter = true
      default: if checkMarks.contains(scalar) || isEnclosedLetter(scalar) { return false }
      }
      marks = 0
    }
    return hasLetter
  }
}

/// Letters in boxes and circles spell what no skeleton sees. Two letters of a flag are a flag.
private func isEnclosedLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2460...0x24FF, 0x1F100...0x1F1E5, 0x1F200...0x1F2FF: true
  default: false
  }
}

private let checkMarks: Set<Unicode.Scalar> = [
  "✓", "✔", "☑", "✅", "🗸", "🗹", "⍻", "√", "★", "⭐", "🛡", "\u{1F6E1}", "\u{1F396}", "\u{1F3C5}", "🔰", "✪", "✯", "✰", "☆", "🌟", "🥇",
  "🏆", "👑", "🎗", "🏵", "®", "™", "℠",
]
