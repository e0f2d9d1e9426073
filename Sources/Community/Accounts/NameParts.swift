/// A name taken apart as somebody reads it at a glance.
struct NameParts {
  /// What stands between brackets, dashes and other signs.
  let segments: [String]
  /// The words; letters that stand one by one make a word together.
  let words: [String]

  init(_ name: String) {
    var segments: [String] = [""]
    var previous: Character = " "
    for character in name {
      if Self.divides(character) || (Self.dashes.contains(character) && previous.isWhitespace) {
        segments.append("")
      } else {
        segments[segments.count - 1].append(character)
      }
      previous = character
    }
    self.segments = segments.filter { $0.contains { $0.isLetter || $0.isNumber } }
    let single = name.split { !$0.isLetter && !$0.isNumber && !Self.letterlike.contains($0) }.map(String.init)
    words = single + Self.spelled(single)
  }

  private static func spelled(_ words: [String]) -> [String] {
    var runs: [String] = []
    var run = ""
    for word in words + ["--"] {
      if word.count == 1 {
        run += word
      } else {
        if run.count > 1 { runs.append(run) }
        run = ""
      }
    }
    return runs
  }

  /// Signs that are taken for letters.
  private static let letterlike: Set<Character> = ["@", "$", "!", "|", "€", "+"]
  private static let dashes: Set<Character> = ["-", "–", "—", "−", "~"]

  /// What a name of a person has inside: letters, figures, white space, apostrophes, dots and hyphens.
  private static func divides(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, !character.isLetter, !character.isNumber, !character.isWhitespace else {
      return false
    }
    if dashes.contains(character) || letterlike.subtracting(["|"]).contains(character) { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return false
    default: return !["'", "’", ".", "ʼ"].contains(character)
    }
  }
}
