/// Stands for a tilde the parser must not see; it cannot be in a cleaned source (U+FDD0 is no character).
let hiddenTilde: [UInt8] = [0xEF, 0xB7, 0x90]

/// Only `~~` strikes through. The parser pairs lone tildes too, so that "3~5 days or 7~10" lost both and gained a line; those are
/// hidden from it and put back on the way out.
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
    // An escaped tilde is already literal; hiding it would bring its backslash to light.
    if end - index == 1, !escaped {
      hidden.append(contentsOf: hiddenTilde)
    } else {
      hidden.append(contentsOf: bytes[index..<end])
    }
    escaped = false
    index = end
  }
  return hidden
}
