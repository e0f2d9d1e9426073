import Foundation

/// One word of a text, or one letter where a script puts no spaces between words.
struct FoldedWord {
  /// Capitals, accents and invisible signs taken away.
  let plain: String
  /// Bytes of the text.
  let range: Range<Int>
  let hasLetter: Bool
  /// Digits, or signs that stand for letters.
  let hasSigns: Bool
  /// The scripts of its letters that have look-alikes in others.
  let scripts: Set<Script>
  /// Scalars.
  let length: Int

  /// So many signs in a row may stand for letters.
  private static let mostSigns = 3

  /// The words of a text in order, in one pass. With `joinsSigns`, signs that stand for letters before a letter belong to its word, as in `$ale`.
  static func scan(_ text: String, joinsSigns: Bool) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var open = OpenWord()
    var folds = ScalarFolds()
    let scalars = Array(text.unicodeScalars)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      let start = offset
      offset += UTF8.width(scalar)
      switch folds.kind(of: scalar) {
      case .nothing: continue
      case .between: open.close(into: &words)
      case .sign:
        guard joinsSigns, folds.isBeforeLetter(scalars[(index + 1)...].prefix(mostSigns)) else {
          open.close(into: &words)
          continue
        }
        open.add(scalar, folded: String(scalar), from: start, to: offset, isLetter: false)
      case .digit(let folded): open.add(scalar, folded: folded, from: start, to: offset, isLetter: false)
      case .letter(let folded): open.add(scalar, folded: folded, from: start, to: offset, isLetter: true)
      case .alone(let folded):
        open.close(into: &words)
        // A letter with a mark is two of these, however it was sent.
        for part in folded.unicodeScalars {
          open.add(scalar, folded: String(part), from: start, to: offset, isLetter: true)
          open.close(into: &words)
        }
      }
    }
    open.close(into: &words)
    return words
  }
}

private struct OpenWord {
  private var plain = ""
  private var range: Range<Int>?
  private var hasLetter = false
  private var hasSigns = false
  private var scripts: Set<Script> = []
  private var length = 0

  mutating func add(_ scalar: Unicode.Scalar, folded: String, from start: Int, to end: Int, isLetter: Bool) {
    plain += folded
    range = (range?.lowerBound ?? start)..<end
    if isLetter {
      hasLetter = true
      if let script = Script(scalar) { scripts.insert(script) }
    } else {
      hasSigns = true
    }
    length += 1
  }

  mutating func close(into words: inout [FoldedWord]) {
    if let range, !plain.isEmpty {
      words.append(
        FoldedWord(plain: plain, range: range, hasLetter: hasLetter, hasSigns: hasSigns, scripts: scripts, length: length))
    }
    self = OpenWord()
  }
}

/// What each character is to a rule, remembered within one text.
private struct ScalarFolds {
  enum Kind {
    case letter(String), digit(String), alone(String)
    /// May stand for a letter.
    case sign
    /// Ends a word.
    case between
    /// Is not seen, or only changes the letter before it.
    case nothing
  }
  private var known: [Unicode.Scalar: Kind] = [:]

  mutating func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII { return Self.ascii(scalar) }
    if let kind = known[scalar] { return kind }
    let kind = Self.other(scalar)
    known[scalar] = kind
    return kind
  }

  /// Whether signs come before a letter, as the first of `$$alary`.
  mutating func isBeforeLetter(_ next: ArraySlice<Unicode.Scalar>) -> Bool {
    for scalar in next {
      switch kind(of: scalar) {
      case .letter, .digit: return true
      case .sign, .nothing: continue
      case .between, .alone: return false
      }
    }
    return false
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z": .letter(String(scalar))
    case "A"..."Z": .letter(String(Unicode.Scalar(UInt8(scalar.value + 32))))
    case "0"..."9": .digit(String(scalar))
    case "@", "$", "!", "|", "+": .sign
    case "'": .nothing
    default: .between
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    if scalar == "’" || properties.generalCategory == .format || properties.isVariationSelector || isAccent(scalar) { return .nothing }
    if scalar == "€" { return .sign }
    if properties.numericType == .decimal, let value = properties.numericValue { return .digit(String(Int(value))) }
    if let folded = special[scalar] { return .letter(folded) }
    guard properties.isAlphabetic || isMark(properties.generalCategory) else { return compatible(scalar) }
    let folded = fold(scalar)
    if folded.isEmpty { return .nothing }
    return isUnspaced(scalar) ? .alone(folded) : .letter(folded)
  }

  /// Letters and digits in circles, squares and the like are the letters in them.
  private static func compatible(_ scalar: Unicode.Scalar) -> Kind {
    let folded = fold(scalar)
    guard folded != String(scalar), folded.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else { return .between }
    return .letter(folded)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !isAccent($0) }
    return parts.map { $0.properties.lowercaseMapping }.joined()
  }

  private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
    category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
  }

  /// The signs over and under letters that may be piled up on any letter, and the points of Hebrew and Arabic that may be left out; vowel signs of
  /// other scripts make other words.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F,
      0x670:
      true
    default: false
    }
  }

  /// Scripts without spaces: each letter is a word, and a rule of several is their sequence.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x30FF, 0x3100...0x312F, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static let special: [Unicode.Scalar: String] = ["ß": "ss", "ı": "i", "ς": "σ", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"]
}
