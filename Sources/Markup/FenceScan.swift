/// Knows which lines are surely inside a code fence, where logs full of brackets are welcome. Sure is only a fence at the very start of
/// a line, which no list or quote can hold. What could be a fence but need not be one makes it give up for the rest of the text, and
/// every line counts again.
struct FenceScan {
  private var open: (mark: UInt8, length: Int)?
  private var isLost = false
  private var paragraphHasPipe = false

  /// Whether the line is part of a code block, its fences included.
  mutating func takes(_ line: ArraySlice<UInt8>) -> Bool {
    if let open {
      if closes(line, open) { self.open = nil }
      return true
    }
    guard !isLost else { return false }
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let content = line.dropFirst(blanks)
    if content.allSatisfy({ $0.isBlank }) {
      paragraphHasPipe = false
      return false
    }
    guard blanks <= 3, let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      if line.contains(UInt8(ascii: "|")) { paragraphHasPipe = true }
      return false
    }
    let length = content.prefix { $0 == mark }.count
    let info = content.dropFirst(length)
    guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else {
      if line.contains(UInt8(ascii: "|")) { paragraphHasPipe = true }
      return false
    }
    // Indented it may belong to a list item; after a line with a pipe it may be a table's row.
    guard blanks == 0, !paragraphHasPipe else {
      isLost = true
      return false
    }
    open = (mark, length)
    return true
  }

  private mutating func closes(_ line: ArraySlice<UInt8>, _ open: (mark: UInt8, length: Int)) -> Bool {
    let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
    let content = line.dropFirst(blanks)
    let length = content.prefix { $0 == open.mark }.count
    let rest = content.dropFirst(length)
    guard blanks <= 3, length >= open.length, rest.allSatisfy({ $0.isBlank }) else { return false }
    // Versions of the parser differ on whether a fence with a tab after it closes.
    if rest.contains(UInt8(ascii: "\t")) { isLost = true }
    return true
  }
}
