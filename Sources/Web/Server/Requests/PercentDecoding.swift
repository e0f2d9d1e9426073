/// Strict percent-decoding: a wrong escape or text that is not UTF-8 is refused, never guessed at.
enum PercentDecoding {
  /// Throws ``BadRequest``.
  static func text(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) throws -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else { throw BadRequest.escapes }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: decoded.append(0x20)
      default: decoded.append(byte)
      }
    }
    guard let text = String(validating: decoded, as: UTF8.self) else { throw BadRequest.notText }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The pairs of `a=b&c=d`, decoded. Throws ``BadRequest``.
  static func pairs(_ bytes: some Collection<UInt8>) throws -> [(name: String, value: String)] {
    try bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (
        try text(parts[0], plusIsSpace: true), parts.count == 2 ? try text(parts[1], plusIsSpace: true) : ""
      )
    }
  }
}

/// A request that no honest browser sends; the page says so without repeating any of it.
enum BadRequest: String, Error, Sendable {
  case escapes, notText, unknownField, repeatedField, repeatedQuery, target, contentType, multipart, object
}
