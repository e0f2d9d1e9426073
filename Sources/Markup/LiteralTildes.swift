/// Stands for a tilde the parser must not see; it cannot be in a cleaned source (U+FDD0 is no character).
private let hiddenTilde: [UInt8] = [0xEF, 0xB7, 0x90]

/// Only `~~` strikes through. The parser would also pair lone tildes wherever they stand, so that "~5 to ~10 minutes" lost a
/// tilde and gained a line; those, and `~~` between spaces, are hidden from it and put back on the way out.
func withLiteralTildesHidden(_ bytes: [UInt8]) -> [UInt8] {
  let tilde = UInt8(ascii: "~")
  var hidden: [UInt8] = []
  hidden.reserveCapacity(bytes.count)
  var escaped = false
  var index = 0
  while index < bytes.count {
    guard bytes[index] == tilde else {
      escaped = bytes[index] == UInt8(ascii: "\\") && !escaped
      hidden.append(bytes[index])
      index += 1
      continue
    }
    var end = index
    while end < bytes.count, bytes[end] == tilde { end += 1 }
    let loose = (index == 0 || bytes[index - 1].isSpace) && (end == bytes.count || bytes[end].isSpace)
    // An escaped tilde is already literal; hiding it would bring its backslash to light.
    let literal = !escaped && (end - index == 1 || (end - index == 2 && loose))
    for _ in index..<end {
      if literal { hidden.append(contentsOf: hiddenTilde) } else { hidden.append(tilde) }
    }
    escaped = false
    index = end
  }
  return hidden
}

extension [UInt8] {
  /// Adds what the parser hands back, with hidden tildes brought back.
  mutating func appendRevealed(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if text[index] == hiddenTilde[0], index + 2 < text.count, text[index + 1] == hiddenTilde[1], text[index + 2] == hiddenTilde[2] {
        append(UInt8(ascii: "~"))
        index += 3
      } else {
        append(text[index])
        index += 1
      }
    }
  }
}
