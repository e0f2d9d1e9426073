/// Counts what may be a link reference definition: `[label]: target "title"`, the label on one line or several.
struct DefinitionScan {
  private(set) var count = 0
  private var labelIsOpen = false

  mutating func endParagraph() {
    labelIsOpen = false
  }

  mutating func read(_ content: ArraySlice<UInt8>) {
    var index = content.startIndex
    if content.first == UInt8(ascii: "[") {
      labelIsOpen = true
      index += 1
    }
    guard labelIsOpen else { return }
    while index < content.endIndex {
      switch content[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["):
        labelIsOpen = false
        return
      case UInt8(ascii: "]"):
        labelIsOpen = false
        if couldDefine(content[(index + 1)...]) { count += 1 }
        return
      default: index += 1
      }
    }
  }

  /// After the label: a colon, then nothing (the target may stand on the next line) or one word and perhaps a title. A log's
  /// `[info]: server started` is no definition.
  private func couldDefine(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ":") else { return false }
    let target = rest.dropFirst().drop { $0.isSpace }
    if target.first == UInt8(ascii: "<") { return true }
    let after = target.drop { !$0.isSpace }.drop { $0.isSpace }
    guard let title = after.first else { return true }
    return title == UInt8(ascii: "\"") || title == UInt8(ascii: "'") || title == UInt8(ascii: "(")
  }
}
