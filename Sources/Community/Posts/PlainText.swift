/// The words of our own safe HTML on one line, for descriptions and excerpts. Tags go, the five escapes come back; only a tag that ends a
/// word on the page ends one here.
package func plainText(_ html: String) -> String {
  var text: [UInt8] = []
  var tag: [UInt8]?
  var space = false
  var entity: [UInt8]?
  func put(_ byte: UInt8) {
    if byte == 0x20 || byte == 0x0A || byte == 0x09 {
      space = !text.isEmpty
    } else {
      if space { text.append(0x20) }
      space = false
      text.append(byte)
    }
  }
  for byte in html.utf8 {
    if let name = tag {
      if byte == UInt8(ascii: ">") {
        tag = nil
        if !isWithinWords(name) { put(0x20) }
      } else {
        tag = name + [byte]
      }
    } else if let name = entity {
      if byte == UInt8(ascii: ";") {
        for byte in decoded(name) { put(byte) }
        entity = nil
      } else {
        entity = name + [byte]
      }
    } else if byte == UInt8(ascii: "<") {
      tag = []
    } else if byte == UInt8(ascii: "&") {
      entity = []
    } else {
      put(byte)
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// Whether a tag may stand in the middle of a word: emphasis, links, code.
private func isWithinWords(_ tag: [UInt8]) -> Bool {
  let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { $0 != 0x20 }
  return ["a", "b", "code", "del", "em", "i", "s", "span", "strong"].contains(String(decoding: name, as: UTF8.self))
}

private func decoded(_ entity: [UInt8]) -> [UInt8] {
  switch String(decoding: entity, as: UTF8.self) {
  case "amp": [UInt8(ascii: "&")]
  case "lt": [UInt8(ascii: "<")]
  case "gt": [UInt8(ascii: ">")]
  case "quot": [UInt8(ascii: "\"")]
  case "#39", "apos": [UInt8(ascii: "'")]
  case let other: Array("&\(other);".utf8)
  }
}
