import Crypto

/// Where random bytes come from; tests hand in their own.
package typealias RandomBytes = @Sendable (Int) -> [UInt8]

/// A secret of 256 bits for a link or a cookie. Only its hash is stored.
package struct SecretToken: Sendable, Equatable {
  /// As it stands in the link or cookie: 43 characters of base64url.
  package let text: String

  package init(_ random: RandomBytes) { text = base64URL(random(32)) }
  /// A token that somebody presents; nil unless it has the right form.
  package init?(presented text: String) {
    guard text.utf8.count == 43, text.utf8.allSatisfy(isBase64URL) else { return nil }
    self.text = text
  }

  /// What the database keeps.
  package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

private func isBase64URL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

private func base64URL(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  var text: [UInt8] = []
  var buffer = 0
  var bits = 0
  for byte in bytes {
    buffer = (buffer << 8 | Int(byte)) & 0xffff
    bits += 8
    while bits >= 6 {
      bits -= 6
      text.append(alphabet[buffer >> bits & 63])
    }
  }
  if bits > 0 { text.append(alphabet[buffer << (6 - bits) & 63]) }
  return String(decoding: text, as: UTF8.self)
}
