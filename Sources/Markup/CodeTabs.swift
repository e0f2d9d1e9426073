/// Stands for a tab the parser must not see; it cannot be in a cleaned source (U+FDD1 is no character).
private let hiddenTab: [UInt8] = [0xEF, 0xB7, 0x91]

/// The parser turns the tabs before a line of code into spaces, but a Makefile copied from a page must still be one: they are hidden from
/// it and put back on the way out.
func withCodeTabsHidden(_ bytes: [UInt8]) -> [UInt8] {
  let tab = UInt8(ascii: "\t")
  guard bytes.contains(tab) else { return bytes }
  var hidden: [UInt8] = []
  hidden.reserveCapacity(bytes.count)
  var fence = OpenFence()
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end]
    if let code = fence.code(in: line) {
      hidden.append(contentsOf: line[..<code])
      let content = line[code...].firstIndex { $0 != tab && $0 != UInt8(ascii: " ") } ?? end
      for byte in line[code..<content] { if byte == tab { hidden.append(contentsOf: hiddenTab) } else { hidden.append(byte) } }
      hidden.append(contentsOf: line[content...])
    } else {
      hidden.append(contentsOf: line)
    }
    if end < bytes.count { hidden.append(UInt8(ascii: "\n")) }
    start = end + 1
  }
  return hidden
}

/// Follows code fences, in quotes and lists too.
private struct OpenFence {
  private var open: (mark: UInt8, length: Int, indent: Int)?

  /// Where the code of a line begins, behind what its quote or list puts before it; nil for a line that is no code.
  mutating func code(in line: ArraySlice<UInt8>) -> Int? {
    if let open {
      let code = line.prefix(open.indent).prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }.endIndex
      let isInside = code - line.startIndex == open.indent || line.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
      if isInside {
        if !closes(line[code...], open) { return code }
        self.open = nil
        return nil
      }
      self.open = nil
    }
    opens(line)
    return nil
  }

  private mutating func opens(_ line: ArraySlice<UInt8>) {
    let content = line[LinePrefix(line).contentStart...]
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return }
    let length = content.prefix { $0 == mark }.count
    let isFence = length >= 3 && (mark == UInt8(ascii: "~") || !content.dropFirst(length).contains(mark))
    // Where a tab stands before the fence, columns are no bytes.
    guard isFence, !line[..<content.startIndex].contains(UInt8(ascii: "\t")) else { return }
    open = (mark, length, content.startIndex - line.startIndex)
  }

  private func closes(_ code: ArraySlice<UInt8>, _ open: (mark: UInt8, length: Int, indent: Int)) -> Bool {
    let blanks = code.prefix { $0 == UInt8(ascii: " ") }.count
    let content = code.dropFirst(blanks)
    let length = content.prefix { $0 == open.mark }.count
    return blanks <= 3 && length >= open.length && content.dropFirst(length).allSatisfy(\.isBlank)
  }
}

extension [UInt8] {
  /// Adds what the parser hands back, with hidden tabs and tildes brought back.
  mutating func appendRevealed(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if text[index] == hiddenTab[0], index + 2 < text.count, text[index + 1] == hiddenTab[1],
        let sign = revealed(text[index + 2])
      {
        append(sign)
        index += 3
      } else {
        append(text[index])
        index += 1
      }
    }
  }

  private func revealed(_ last: UInt8) -> UInt8? {
    last == hiddenTab[2] ? UInt8(ascii: "\t") : last == hiddenTilde[2] ? UInt8(ascii: "~") : nil
  }
}
