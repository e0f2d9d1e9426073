import Foundation

/// A body part in lines of at most 76 ASCII characters: quoted-printable where people could still read it, else base64 (RFC 2045).
struct TransferEncoding {
  let name: String
  let bytes: [UInt8]

  init(_ text: String) {
    let lines = Self.lines(of: text)
    let printable = Self.quotedPrintable(lines)
    let plain = Array(lines.map { $0 + [0x0D, 0x0A] }.joined())
    if printable.count <= plain.count / 3 * 4 + plain.count / 38 {
      name = "quoted-printable"
      bytes = printable
    } else {
      name = "base64"
      let options: Data.Base64EncodingOptions = [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
      bytes = Array(Data(plain).base64EncodedData(options: options)) + [0x0D, 0x0A]
    }
  }

  // However a line was ended, it is CRLF on the way.
  private static func lines(of text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) {
        lines.append([])
      } else if byte != 0x0A {
        lines[lines.count - 1].append(byte)
      }
      previous = byte
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func quotedPrintable(_ lines: [[UInt8]]) -> [UInt8] {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for line in lines {
      var column = 0
      for (place, byte) in line.enumerated() {
        let isLast = place == line.count - 1
        let isLiteral = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || (byte == 0x20 || byte == 0x09) && !isLast
        if column + (isLiteral ? 1 : 3) > 75 {
          out += [UInt8(ascii: "="), 0x0D, 0x0A]
          column = 0
        }
        // A dot or "From " at the start of a line has a meaning to mail servers and mailboxes.
        let isRisky = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        if isLiteral && !isRisky {
          out.append(byte)
          column += 1
        } else {
          out += [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
          column += 3
        }
      }
      out += [0x0D, 0x0A]
    }
    return out
  }
}
