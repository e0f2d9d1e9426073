/// One pass over the source before the parser sees it: finds what would cost the parser far more than its length. It may call a
/// harmless text too much, never the other way round, so in doubt it counts. Depth, columns and cells are known exactly while the
/// parser reports them, and are bounded there (`HTMLWriter`).
struct LimitScan {
  private let bytes: [UInt8]
  private var fences = FenceScan()
  private var definitions = DefinitionScan()
  private var brackets = BracketScan()

  static func exceeds(_ bytes: [UInt8]) -> Bool {
    var scan = LimitScan(bytes: bytes)
    return scan.exceeds()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func exceeds() -> Bool {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      if fences.takes(line) { continue }
      let prefix = LinePrefix(line)
      if prefix.markers > MarkdownLimits.nesting { return true }
      if prefix.isBlank {
        definitions.endParagraph()
        brackets.endParagraph()
        continue
      }
      if prefix.isRule { continue }
      if hasLongEmphasis(line) { return true }
      definitions.read(line[prefix.contentStart...])
      brackets.read(line)
      if definitions.count > MarkdownLimits.definitions || brackets.isTooMuch { return true }
    }
    return false
  }

  private func hasLongEmphasis(_ line: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var previous: UInt8 = 0
    for byte in line {
      run = byte == previous ? run + 1 : 1
      previous = byte
      if run > MarkdownLimits.emphasisRun, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") { return true }
    }
    return false
  }
}

/// What stands before a line's words: quote marks, bullets, numbers, a task's box.
struct LinePrefix {
  private(set) var markers = 0
  private(set) var contentStart: Int
  /// Ends every paragraph: nothing on it but space and quote marks.
  private(set) var isBlank = false
  /// A line across the page (`* * *`), which neither nests nor stresses anything.
  private(set) var isRule = false

  init(_ line: ArraySlice<UInt8>) {
    let rule = RuleTail(line)
    var onlyQuotes = true
    contentStart = line.startIndex
    while true {
      let blanks = line[contentStart...].prefix { $0.isBlank }
      // Four spaces in, a quote mark may be words that continue a paragraph.
      if markers == 0, blanks.count > 3 || blanks.contains(UInt8(ascii: "\t")) { onlyQuotes = false }
      contentStart += blanks.count
      guard contentStart < line.endIndex else {
        isBlank = onlyQuotes || markers == 0
        return
      }
      if rule.covers(contentStart) {
        isRule = true
        return
      }
      guard let length = Self.marker(in: line, at: contentStart) else { break }
      if line[contentStart] != UInt8(ascii: ">") { onlyQuotes = false }
      markers += 1
      contentStart += length
    }
    skipTaskBox(line)
  }

  private static func marker(in line: ArraySlice<UInt8>, at index: Int) -> Int? {
    switch line[index] {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return index + 1 == line.endIndex || line[index + 1].isBlank ? 1 : nil
    default:
      let digits = line[index...].prefix(10).prefix { $0.isDigit }.count
      guard (1...9).contains(digits), index + digits < line.endIndex else { return nil }
      let dot = index + digits
      guard line[dot] == UInt8(ascii: ".") || line[dot] == UInt8(ascii: ")") else { return nil }
      return dot + 1 == line.endIndex || line[dot + 1].isBlank ? digits + 1 : nil
    }
  }

  private mutating func skipTaskBox(_ line: ArraySlice<UInt8>) {
    guard markers > 0, contentStart + 3 < line.endIndex, line[contentStart] == UInt8(ascii: "["),
      line[contentStart + 2] == UInt8(ascii: "]"),
      line[contentStart + 3].isBlank
    else { return }
    contentStart += 3
    while contentStart < line.endIndex, line[contentStart].isBlank { contentStart += 1 }
  }
}

/// The end of a line that is one of `*`, `-`, `_` over and over, with spaces: found once, so that a line of bullets stays linear.
private struct RuleTail {
  private let start: Int

  init(_ line: ArraySlice<UInt8>) {
    var mark: UInt8?
    var count = 0
    var index = line.endIndex
    while index > line.startIndex {
      let byte = line[index - 1]
      if !byte.isBlank {
        guard byte == mark || (mark == nil && (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))) else {
          break
        }
        mark = byte
        count += 1
      }
      index -= 1
    }
    start = count >= 3 ? index : line.endIndex
  }

  func covers(_ index: Int) -> Bool { index >= start }
}
