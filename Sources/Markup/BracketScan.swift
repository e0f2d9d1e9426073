/// Bounds what the parser's look-up of brackets can cost in one paragraph: each pair is looked up with all that lies between, and
/// each bracket's line is searched from the paragraph's first.
struct BracketScan {
  private var depth = 0
  /// As `depth`, but a closing bracket that may be hidden from the parser (in code, in `<...>`, escaped) closes nothing.
  private var depthIfHidden = 0
  private var mayHide = false
  private var brackets = 0
  private var length = 0
  private var lines = 0
  private(set) var isTooMuch = false

  mutating func endParagraph() {
    self = BracketScan()
  }

  mutating func read(_ line: ArraySlice<UInt8>) {
    lines += 1
    length += line.count + 1
    var previous: UInt8 = 0
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      switch byte {
      case UInt8(ascii: "["):
        brackets += 1
        depth += 1
        depthIfHidden += 1
        if depth > MarkdownLimits.openBrackets { isTooMuch = true }
      case UInt8(ascii: "]") where previous != UInt8(ascii: "\\"):
        depth = max(0, depth - 1)
        if !mayHide { depthIfHidden = max(0, depthIfHidden - 1) }
      case UInt8(ascii: "`"):
        if !mayHide, previous != UInt8(ascii: "\\"), let end = Self.codeEnd(in: line, from: index - 1) {
          index = end
        } else {
          mayHide = true
        }
      case UInt8(ascii: "<"): mayHide = true
      default: break
      }
      previous = byte
    }
    if depthIfHidden > MarkdownLimits.openBrackets, depthIfHidden * length > MarkdownLimits.openBrackets * MarkdownLimits.sourceBytes {
      isTooMuch = true
    }
    if brackets * lines > MarkdownLimits.bracketLineSteps { isTooMuch = true }
  }

  /// Where code ends that begins with the backticks at `start` and surely is code: closed on its line, after nothing that could have
  /// taken one of its marks. What is in there the parser never looks up.
  private static func codeEnd(in line: ArraySlice<UInt8>, from start: Int) -> Int? {
    let mark = UInt8(ascii: "`")
    let length = line[start...].prefix { $0 == mark }.count
    // The parser takes longer runs for words.
    guard length <= 32 else { return nil }
    var index = start + length
    while let next = line[index...].firstIndex(of: mark) {
      let run = line[next...].prefix { $0 == mark }.count
      index = next + run
      // A table's cells may be told apart before code is.
      if run == length { return line[start..<index].contains(UInt8(ascii: "|")) ? nil : index }
    }
    return nil
  }
}
