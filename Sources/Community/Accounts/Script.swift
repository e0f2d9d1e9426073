/// The scripts whose letters look alike, so that a word mixing them is made to deceive.
enum Script: Hashable {
  case latin, greek, cyrillic, armenian, cherokee, eastAsian, hangul, other

  init?(_ scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x41...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06, 0xFF21...0xFF5A: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x530...0x58F: self = .armenian
    case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
    case 0x2E80...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      self = .eastAsian
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: self = .hangul
    case 0x250...0x36F, 0x1D00...0x1DFF: return nil
    default: self = .other
    }
  }

  /// Whether a word of the text has letters of two scripts that are not written together.
  static func mixesWithinWord(_ text: String) -> Bool {
    var scripts: Set<Script> = []
    for scalar in text.unicodeScalars {
      if scalar == " " {
        scripts = []
      } else if let script = Script(scalar) {
        scripts.insert(script)
        if scripts.count > 1, !scripts.isSubset(of: [.latin, .eastAsian, .hangul]) { return true }
      }
    }
    return false
  }
}
