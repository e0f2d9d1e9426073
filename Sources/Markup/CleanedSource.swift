/// What reaches the parser: line ends are `\n`, and nothing is left that no reader can see but that can change what others see:
/// control characters, non-characters, byte order marks, and the bidi embeddings, overrides and isolates that let code read
/// differently from what runs. Direction is the page's business (`dir="auto"`); the plain marks U+200E, U+200F and U+061C stay.
func cleaned(_ source: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(source.utf8.count)
  var afterReturn = false
  for scalar in source.unicodeScalars {
    if scalar == "\r" {
      bytes.append(UInt8(ascii: "\n"))
    } else if scalar == "\n" {
      if !afterReturn { bytes.append(UInt8(ascii: "\n")) }
    } else if !scalar.isUnwanted {
      bytes.append(character: scalar)
    }
    afterReturn = scalar == "\r"
  }
  return bytes
}

extension Unicode.Scalar {
  /// Never shown, neither written nor as an entity.
  var isUnwanted: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
