extension TextRun {
  /// A web address that starts at `index`, and how far whatever looks like one goes.
  func webAddress(at index: Int, after previous: Unicode.Scalar?) -> (link: (range: Range<Int>, target: LinkTarget)?, end: Int) {
    let hostStart: Int
    let isBare: Bool
    if bytes.hasPrefix("https://", at: index), !isLiteral(index + 5) {
      (hostStart, isBare) = (index + 8, false)
    } else if bytes.hasPrefix("http://", at: index), !isLiteral(index + 4) {
      (hostStart, isBare) = (index + 7, false)
    } else if bytes.hasPrefix("www.", at: index), !isLiteral(index + 3) {
      (hostStart, isBare) = (index + 4, true)
    } else {
      return (nil, index)
    }
    if let before = character(before: index, after: previous), before.isASCII, !Self.mayPrecedeAddress(UInt8(before.value)) {
      return (nil, hostStart)
    }
    let end = addressEnd(from: hostStart)
    let trimmed = trimmedEnd(of: hostStart..<end)
    let range = index..<trimmed
    if isBare {
      let host = bytes[hostStart..<trimmed].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      guard let first = host.first, first.isLetterOrDigit || first >= 0x80, host.contains(UInt8(ascii: ".")) else { return (nil, end) }
    }
    let raw = isBare ? Array("https://".utf8) + bytes[range] : Array(bytes[range])
    guard trimmed > hostStart, let target = LinkTarget(raw) else { return (nil, end) }
    return ((range, target), end)
  }

  private static func mayPrecedeAddress(_ byte: UInt8) -> Bool {
    !byte.isLetterOrDigit && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "/")
      && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "@")
  }

  /// Up to the first space, quotation mark or bracket that is in no address; the punctuation of other scripts ends it too, for they
  /// put no space after an address.
  private func addressEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "|"),
          UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "}"):
          return index
        default: index += 1
        }
      } else {
        let (scalar, length) = bytes.character(at: index)
        switch scalar.value {
        case 0xA0, 0xAB, 0xBB, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
          return index
        default: index += length
        }
      }
    }
    return index
  }

  /// Without the punctuation of the sentence the address stands in; a closing bracket belongs to the address if its opener does.
  private func trimmedEnd(of range: Range<Int>) -> Int {
    var surplus: [UInt8: Int] = [:]
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "("): surplus[UInt8(ascii: ")"), default: 0] -= 1
      case UInt8(ascii: "["): surplus[UInt8(ascii: "]"), default: 0] -= 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): surplus[byte, default: 0] += 1
      default: break
      }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      let last = bytes[end - 1]
      switch last {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"):
        end -= 1
      case UInt8(ascii: ")") where surplus[last, default: 0] > 0, UInt8(ascii: "]") where surplus[last, default: 0] > 0:
        surplus[last, default: 0] -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
