/// The target of a link that may be followed: http, https or mailto, or a path of this site; written so that it is safe in `href`.
struct LinkTarget {
  /// ASCII, percent-encoded, not yet escaped for HTML.
  let bytes: [UInt8]

  /// None for every other scheme, for what a browser could read differently than we do (backslashes, control characters,
  /// `//host`), for names before the host (`https://bank.example@elsewhere`), and for what is too long.
  init?(_ raw: some RandomAccessCollection<UInt8>) {
    let raw = Array(raw)
    guard !raw.isEmpty, raw.count <= MarkdownLimits.linkBytes else { return nil }
    guard !raw.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return nil }
    guard let hostRange = Self.acceptedHost(raw) else { return nil }
    bytes = Self.encoded(raw, hostRange)
  }

  /// Where the host stands, empty where there is none; nil when the target is not acceptable.
  private static func acceptedHost(_ raw: [UInt8]) -> Range<Int>? {
    if raw[0] == UInt8(ascii: "/") {
      return raw.count == 1 || raw[1] != UInt8(ascii: "/") ? 0..<0 : nil
    }
    if raw.hasPrefix("mailto:", at: 0) {
      let address = raw[7...].prefix { $0 != UInt8(ascii: "?") }
      guard let at = address.firstIndex(of: UInt8(ascii: "@")) else { return nil }
      return at > address.startIndex && at + 1 < address.endIndex ? 0..<0 : nil
    }
    let start: Int
    if raw.hasPrefix("https://", at: 0) {
      start = 8
    } else if raw.hasPrefix("http://", at: 0) {
      start = 7
    } else {
      return nil
    }
    let end = raw[start...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? raw.count
    let host = raw[start..<end]
    guard let first = host.first, first.isLetterOrDigit || first == UInt8(ascii: "[") || first >= 0x80 else { return nil }
    guard !host.contains(UInt8(ascii: "@")), !host.contains(UInt8(ascii: " ")) else { return nil }
    return start..<end
  }

  private static func encoded(_ raw: [UInt8], _ host: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    for (index, byte) in raw.enumerated() {
      let keeps =
        switch byte {
        case UInt8(ascii: "%"): index + 2 < raw.count && raw[index + 1].isHexDigit && raw[index + 2].isHexDigit
        case UInt8(ascii: "["), UInt8(ascii: "]"): host.contains(index)
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"),
          UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
          UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","),
          UInt8(ascii: ";"), UInt8(ascii: "="):
          true
        default: byte.isLetterOrDigit
        }
      if keeps {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexDigits[Int(byte >> 4)])
        bytes.append(Self.hexDigits[Int(byte & 15)])
      }
    }
    return bytes
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
