/// Scripts written without spaces between words, where pairs of neighbouring letters stand in for words.
enum UnspacedScripts {
  /// Whether the scalar, if it is a letter at all, is one of them.
  static func contains(_ scalar: UInt32) -> Bool {
    guard scalar >= 0xE00 else { return false }
    return switch scalar {
    // Thai, Lao, Myanmar, Khmer.
    case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xECE, 0xEDC...0xEDF, 0x1000...0x103F, 0x1050...0x108F, 0x1780...0x17D3: true
    case 0x1100...0x11FF: true
    // Han, kana, bopomofo, Hangul.
    case 0x3005...0x3007, 0x303B, 0x3041...0x309A, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x318E, 0x31A0...0x31BF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x323AF: true
    default: false
    }
  }

  /// The parts of it that hold nothing but letters, so that no property has to be looked up.
  static func isSolid(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Letters by property that are signs of the letter before them: Thai and Lao am, the voicing marks of half-width kana.
  static func attaches(_ scalar: UInt32) -> Bool {
    scalar == 0xE33 || scalar == 0xEB3 || scalar == 0xFF9E || scalar == 0xFF9F
  }

  /// The one scalar that two of them mean, if any: Hangul syllables sent in pieces, kana with a separate voicing mark.
  static func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch second {
    case 0x1161...0x1175:
      guard (0x1100...0x1112).contains(first) else { return nil }
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    case 0x11A8...0x11C2:
      guard (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0 else { return nil }
      return first + second - 0x11A7
    case 0x3099, 0xFF9E: return voiced(first)
    case 0x309A, 0xFF9F:
      let hiragana = first >= 0x30A1 ? first - 0x60 : first
      return (0x306F...0x307B).contains(hiragana) && (hiragana - 0x306F) % 3 == 0 ? first + 2 : nil
    default: return nil
    }
  }

  private static func voiced(_ kana: UInt32) -> UInt32? {
    let hiragana = kana >= 0x30A1 ? kana - 0x60 : kana
    switch hiragana {
    case 0x3046: return kana + 0x4E
    case 0x304B...0x3062 where hiragana % 2 == 1: return kana + 1
    case 0x3064...0x3069 where hiragana % 2 == 0: return kana + 1
    case 0x306F...0x307B where (hiragana - 0x306F) % 3 == 0: return kana + 1
    default: return nil
    }
  }

  private static let widened = Array("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars.map(\.value))

  /// Half-width kana as their usual form.
  static func widened(_ scalar: UInt32) -> UInt32 {
    (0xFF66...0xFF9D).contains(scalar) ? widened[Int(scalar - 0xFF66)] : scalar
  }
}
