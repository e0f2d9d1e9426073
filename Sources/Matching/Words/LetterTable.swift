/// What a Unicode scalar is to a search, and how it is written in a term.
struct Letter {
  enum Kind: UInt8 {
    /// Ends a word.
    case other
    case letter
    case digit
    /// A mark that carries meaning (vowel signs of Indic scripts): kept, but never starts a word.
    case mark
    /// Accents, vowel points, joiners: a word reads on as if they were not there.
    case dropped
    /// A letter of a script that puts no spaces between words.
    case unspaced
  }

  var kind: Kind
  var isCapital = false
  /// The folded spelling in UTF-8, first byte lowest: at most eight bytes, so that a lookup allocates nothing.
  var spelling: UInt64 = 0
  var spellingLength = 0

  mutating func spell(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar)! where spellingLength < 8 {
      spelling |= UInt64(byte) << (8 * UInt64(spellingLength))
      spellingLength += 1
    }
  }

  func write(to bytes: inout [UInt8]) {
    var rest = spelling
    for _ in 0..<spellingLength {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

/// Finds the `Letter` of a scalar: by table for the scripts most text is made of, worked out on the spot for the rest.
struct LetterTable {
  static let standard = LetterTable()

  private static let tableEnd: UInt32 = 0x2100
  private let table: [Letter]
  private let plain: [UInt32: String]

  private init() {
    var plain: [UInt32: String] = [:]
    for group in PlainLetters.groups {
      for letter in group.letters.unicodeScalars { plain[letter.value] = group.plain }
    }
    self.plain = plain
    table = (0..<Self.tableEnd).map { value in
      Unicode.Scalar(value).map { Self.letter($0, plain: plain) } ?? Letter(kind: .other)
    }
  }

  subscript(scalar: UInt32) -> Letter {
    if scalar < Self.tableEnd { return table[Int(scalar)] }
    if UnspacedScripts.isSolid(scalar) { return Letter(kind: .unspaced) }
    guard let scalar = Unicode.Scalar(scalar) else { return Letter(kind: .other) }
    return Self.letter(scalar, plain: plain)
  }

  private static func letter(_ scalar: Unicode.Scalar, plain: [UInt32: String]) -> Letter {
    if let narrow = narrowed(scalar) { return letter(narrow, plain: plain) }
    if DroppedMarks.contains(scalar.value) { return Letter(kind: .dropped) }
    let properties = scalar.properties
    var letter: Letter
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: letter = Letter(kind: .letter, isCapital: true)
    case .lowercaseLetter, .modifierLetter, .otherLetter, .letterNumber, .otherNumber:
      if UnspacedScripts.contains(scalar.value) { return Letter(kind: .unspaced) }
      letter = Letter(kind: .letter)
    case .nonspacingMark, .spacingMark, .enclosingMark: letter = Letter(kind: .mark)
    case .decimalNumber:
      letter = Letter(kind: .digit)
      let digit = properties.numericValue.map { UInt32($0) } ?? 0
      letter.spell(Unicode.Scalar(UInt8(48 + digit % 10)))
      return letter
    default: return Letter(kind: .other)
    }
    for lower in properties.lowercaseMapping.unicodeScalars where !DroppedMarks.contains(lower.value) {
      if let simple = plain[lower.value] {
        for scalar in simple.unicodeScalars { letter.spell(scalar) }
      } else {
        letter.spell(lower)
      }
    }
    return letter
  }

  /// Full-width Latin letters and digits, as Japanese keyboards type them.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }
}

/// Marks and invisible characters that do not change which word it is.
enum DroppedMarks {
  static func contains(_ scalar: UInt32) -> Bool {
    guard scalar >= 0xAD else { return false }
    return switch scalar {
    case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x5F3, 0x5F4: true
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x8D3...0x8E1,
      0x8E3...0x8FF:
      true
    case 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0000...0xE01EF: true
    default: false
    }
  }
}
