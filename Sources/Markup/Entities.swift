extension [UInt8] {
  /// Adds the character an entity (`&amp;`, `&#65;`, `&#x41;`) stands for; one nobody knows stays the text it is, and one for a
  /// character that is never shown becomes U+FFFD.
  mutating func appendDecoded(entity: UnsafeBufferPointer<UInt8>) {
    let name = entity.dropFirst().dropLast()
    guard let first = name.first else { return append(contentsOf: entity) }
    if first == UInt8(ascii: "#") {
      append(character: Self.scalar(numbered: name.dropFirst()))
    } else if let value = NamedEntities.scalars[String(decoding: name, as: UTF8.self)] {
      append(character: value)
    } else {
      append(contentsOf: entity)
    }
  }

  private static func scalar(numbered digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    var value: UInt32 = 0
    for digit in isHex ? digits.dropFirst() : digits {
      value = value * (isHex ? 16 : 10) + UInt32(digit.isDigit ? digit - 0x30 : (digit | 0x20) - 0x61 + 10)
      // The parser lets at most eight digits through; this keeps the sum from overflowing whatever it lets through.
      if value > 0x10FFFF { return "\u{FFFD}" }
    }
    guard let scalar = Unicode.Scalar(value), !scalar.isUnwanted, scalar != "\n" else { return "\u{FFFD}" }
    return scalar
  }
}
