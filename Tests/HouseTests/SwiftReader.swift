/// Tells code from string literals and comments, as far as the guards need it: no regular expression literals.
struct SwiftReader {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 0
  private(set) var code: [UInt8] = []
  private(set) var literals: [(line: Int, text: [UInt8])] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() { readCode(untilParenthesis: false) }

  private func starts(_ text: StaticString, at offset: Int = 0) -> Bool {
    text.withUTF8Buffer { wanted in
      index + offset + wanted.count <= bytes.count && wanted.elementsEqual(bytes[(index + offset)..<(index + offset + wanted.count)])
    }
  }

  /// Steps over one byte; lines keep their numbers whatever is taken out.
  private mutating func step(keep: Bool) {
    if bytes[index] == UInt8(ascii: "\n") {
      line += 1
      code.append(UInt8(ascii: "\n"))
    } else if keep {
      code.append(bytes[index])
    }
    index += 1
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while index < bytes.count {
      if starts("//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { step(keep: false) }
      } else if starts("/*") {
        readBlockComment()
      } else if let hashes = hashesOfLiteral() {
        readLiteral(hashes: hashes)
      } else {
        let byte = bytes[index]
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if untilParenthesis, depth < 0 { return }
        step(keep: true)
      }
    }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        step(keep: false)
      } else if starts("*/") {
        depth -= 1
        step(keep: false)
      }
      step(keep: false)
    } while depth > 0 && index < bytes.count
  }

  /// How many `#` a string literal that begins here has before its quote; nil when none begins.
  private func hashesOfLiteral() -> Int? {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - index : nil
  }

  private mutating func readLiteral(hashes: Int) {
    let first = line
    for _ in 0..<hashes { step(keep: false) }
    let quotes = starts("\"\"\"") ? 3 : 1
    for _ in 0..<quotes { step(keep: true) }
    var text: [UInt8] = []
    while index < bytes.count, !ends(quotes: quotes, hashes: hashes) {
      if bytes[index] == UInt8(ascii: "\\"), isFollowed(by: hashes) {
        step(keep: false)
        for _ in 0..<hashes { step(keep: false) }
        guard index < bytes.count else { break }
        if bytes[index] == UInt8(ascii: "(") {
          step(keep: true)
          readCode(untilParenthesis: true)
          text += Array("\u{FFFC}".utf8)
          if index < bytes.count { step(keep: true) }
          continue
        }
      }
      text.append(bytes[index])
      step(keep: false)
    }
    for _ in 0..<(quotes + hashes) where index < bytes.count { step(keep: true) }
    literals.append((first, text))
  }

  private func ends(quotes: Int, hashes: Int) -> Bool {
    let end = index + quotes + hashes
    guard end <= bytes.count else { return true }
    return bytes[index..<(index + quotes)].allSatisfy { $0 == UInt8(ascii: "\"") }
      && bytes[(index + quotes)..<end].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  private func isFollowed(by hashes: Int) -> Bool {
    index + hashes < bytes.count && bytes[(index + 1)..<(index + 1 + hashes)].allSatisfy { $0 == UInt8(ascii: "#") }
  }
}
