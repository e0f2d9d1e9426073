import Crypto

/// Names one exact sequence of bytes, so that a browser need not be sent what it has.
struct EntityTag: Sendable, Equatable {
  let text: String

  init(of bytes: [UInt8]) {
    var text = ""
    text.reserveCapacity(22)
    var buffer = 0, bits = 0
    for byte in SHA256.hash(data: bytes).prefix(16) {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.unicodeScalars.append(Self.alphabet[buffer >> bits & 63])
      }
    }
    self.text = text
  }

  /// For bytes that have a name which nothing else ever has.
  init(_ name: String) { text = name }

  /// The compressed bytes are other bytes, so they have a name of their own.
  func line(gzipped: Bool) -> String { gzipped ? "\"\(text).g\"" : "\"\(text)\"" }

  /// Whether `If-None-Match` names these bytes in either spelling.
  func matches(_ header: String) -> Bool {
    header.split(separator: ",").contains { entry in
      var entry = entry.trimmingSpaces
      if entry.hasPrefix("W/") { entry = entry.dropFirst(2) }
      return entry == "*" || entry == line(gzipped: false)[...] || entry == line(gzipped: true)[...]
    }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".unicodeScalars)
}
