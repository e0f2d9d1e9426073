/// Makes any text safe between tags and in quoted attributes, for whoever writes HTML outside the templates.
package func escapeHTML(_ text: String) -> String {
  var html: [UInt8] = []
  html.reserveCapacity(text.utf8.count + 16)
  html.appendEscaped(text.utf8)
  return String(decoding: html, as: UTF8.self)
}

extension [UInt8] {
  mutating func appendEscaped(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      default: append(byte)
      }
    }
  }

  mutating func append(_ literal: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}
