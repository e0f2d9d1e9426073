enum Prose {
  /// Phrases begin with whatever their first slot says; sentences begin with a capital.
  static func finished(_ bytes: [UInt8]) -> String {
    var text = bytes
    let space = UInt8(ascii: " ")
    let newline = UInt8(ascii: "\n")
    for index in text.indices where text[index] >= UInt8(ascii: "a") && text[index] <= UInt8(ascii: "z") {
      let starts =
        index == 0 || (index > 1 && text[index - 1] == newline && text[index - 2] == newline)
        || (index > 2 && text[index - 1] == space && endsSentence(text[index - 2]) && isWord(text[index - 3]))
      if starts { text[index] -= 32 }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func endsSentence(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "%")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The first sentence of a plain paragraph, short enough to quote; nil where the text begins with anything else.
  static func quotable(_ body: String) -> String? {
    var end: String.Index?
    var length = 0
    var previous: UInt8 = 0
    for index in body.utf8.indices {
      let byte = body.utf8[index]
      if length == 0, !isLetter(byte) { return nil }
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: " "), endsSentence(previous) {
        end = index
        break
      }
      previous = byte
      length += 1
      end = body.utf8.index(after: index)
      if length > 180 { return nil }
    }
    return end.map { String(body[..<$0]) }
  }
}
