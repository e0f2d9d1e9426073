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
    for byte in line {
      switch byte {
      case UInt8(ascii: "["):
        brackets += 1
        depth += 1
        depthIfHidden += 1
        if depth > MarkdownLimits.openBrackets { isTooMuch = true }
      case UInt8(ascii: "]") where previous != UInt8(ascii: "\\"):
        depth = max(0, depth - 1)
        if !mayHide { depthIfHidden = max(0, depthIfHidden - 1) }
      case UInt8(ascii: "`"), UInt8(ascii: "<"): mayHide = true
      default: break
      }
      previous = byte
    }
    if depthIfHidden > MarkdownLimits.openBrackets, depthIfHidden * length > MarkdownLimits.openBrackets * MarkdownLimits.sourceBytes {
      isTooMuch = true
    }
    if brackets * lines > MarkdownLimits.bracketLineSteps { isTooMuch = true }
  }
}
