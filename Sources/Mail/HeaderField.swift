import Foundation

/// One header line, folded: at most 78 characters, 76 where encoded words stand (RFC 5322, RFC 2047).
struct HeaderField {
  let lines: String

  /// A value that is printable ASCII already, folded where it has single spaces.
  init(_ name: String, ascii value: String) {
    lines = Self.folded("\(name):", value.split(separator: " ", omittingEmptySubsequences: true))
  }

  /// Words from people: as they are when that is safe and short, else as encoded words.
  init(_ name: String, words: String) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    if Self.isPlain(words), parts.allSatisfy({ (1...70).contains($0.utf8.count) }) {
      lines = Self.folded("\(name):", parts)
    } else {
      lines = "\(name): " + Self.encodedWords(words, after: name.utf8.count + 2)
    }
  }

  init(_ name: String, address: MailAddress) {
    guard let shown = address.name else {
      lines = Self.folded("\(name):", [Substring(address.address)])
      return
    }
    if Self.isPlain(shown), shown.utf8.count <= 60 {
      let escaped = shown.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
      lines = Self.folded("\(name): \"\(String(escaped))\"", ["<\(address.address)>"])
    } else {
      let words = Self.encodedWords(shown, after: name.utf8.count + 2)
      lines = "\(name): \(words)\r\n <\(address.address)>"
    }
  }

  // "=?" would be taken for an encoded word that somebody else made.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
  }

  private static func folded(_ start: String, _ words: [Substring]) -> String {
    var text = start
    var column = start.utf8.count
    for word in words {
      let fits = column + 1 + word.utf8.count <= 78
      text += fits ? " " : "\r\n "
      text += word
      column = (fits ? column : 0) + 1 + word.utf8.count
    }
    return text
  }

  // Cut between scalars: a word must decode alone, and a base64 group of a cut character would not.
  private static func encodedWords(_ text: String, after column: Int) -> String {
    var words: [[UInt8]] = [[]]
    var room = max(3, (76 - column - 12) / 4 * 3)
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      if words[words.count - 1].count + bytes.count > room {
        words.append([])
        room = 45
      }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }
}
