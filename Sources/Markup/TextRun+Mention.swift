extension TextRun {
  /// A handle after the `@` at `index`: 2 to 30 of a-z, 0-9 and inner hyphens. `@types/node`, `@kai@elsewhere` and `@kai_x` are
  /// something else, so they mention nobody.
  func mention(at index: Int, after previous: Unicode.Scalar?) -> (range: Range<Int>, handle: String)? {
    if let before = character(before: index, after: previous) {
      guard before != "@", before != "/", before != ".", !before.isWordCharacter else { return nil }
    }
    let start = index + 1
    var end = start
    while end < bytes.count, end - start <= 31, bytes[end].isLetterOrDigit || bytes[end] == UInt8(ascii: "-") { end += 1 }
    if end < bytes.count {
      let after = bytes.character(at: end).scalar
      guard after != "@", !after.isWordCharacter else { return nil }
      if after == "/", end + 1 < bytes.count, bytes[end + 1].isLetterOrDigit { return nil }
    }
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard (2...30).contains(end - start), bytes[start] != UInt8(ascii: "-") else { return nil }
    return (index..<end, String(decoding: bytes[start..<end].map(\.lowered), as: UTF8.self))
  }
}

extension Unicode.Scalar {
  /// Part of a word that a mention may not begin or end in. Scripts that put no spaces between words (from U+2E80 on) do not count.
  var isWordCharacter: Bool {
    if isASCII { return UInt8(value).isLetterOrDigit || self == "_" }
    return value < 0x2E80 && (properties.isAlphabetic || properties.numericType != nil)
  }
}
