extension UInt8 {
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isLetterOrDigit: Bool { isDigit || isLetter }
  var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
  var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// A byte that does not begin a character.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self) || (0x7B...0x7E).contains(self)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The character that starts at `index` and its length; the bytes are well-formed.
  func character(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= endIndex else { return (Unicode.Scalar(lead), 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The character that ends before `index`, none at the start.
  func character(before index: Int) -> Unicode.Scalar? {
    guard index > startIndex else { return nil }
    var start = index - 1
    while start > startIndex, self[start].isContinuation { start -= 1 }
    return character(at: start).scalar
  }

  func hasPrefix(_ literal: StaticString, at index: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard index >= startIndex, index + count <= endIndex else { return false }
    for offset in 0..<count where self[index + offset].lowered != literal.utf8Start[offset] { return false }
    return true
  }
}

extension [UInt8] {
  mutating func append(character scalar: Unicode.Scalar) {
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
