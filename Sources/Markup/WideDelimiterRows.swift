/// The parser wants three characters in each cell of a table's second row; people write `|-|-:|` too. Such a row is widened where it
/// follows a row and is surely not in a block of code.
func withDelimiterRowsWidened(_ bytes: [UInt8]) -> [UInt8] {
  var widened: [UInt8] = []
  widened.reserveCapacity(bytes.count + 64)
  var fences = FenceScan()
  var isLost = false
  var followsRow = false
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end]
    start = end + 1
    let isCode = fences.takes(line)
    let content = line[LinePrefix(line).contentStart...]
    // A fence that is not surely one: from here on any line may be code.
    if !isCode, content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { isLost = true }
    if !isCode, !isLost, followsRow, !isIndented(line), isDelimiterRow(content) {
      widened.append(contentsOf: line[..<content.startIndex])
      appendWidened(content, to: &widened)
    } else {
      widened.append(contentsOf: line)
    }
    followsRow = !isCode && line.contains(UInt8(ascii: "|"))
    if end < bytes.count { widened.append(UInt8(ascii: "\n")) }
  }
  return widened
}

private func isIndented(_ line: ArraySlice<UInt8>) -> Bool {
  let blanks = line.prefix { $0.isBlank }
  return blanks.count > 3 || blanks.contains(UInt8(ascii: "\t"))
}

private func isDelimiterRow(_ content: ArraySlice<UInt8>) -> Bool {
  content.contains(UInt8(ascii: "|")) && content.contains(UInt8(ascii: "-"))
    && content.allSatisfy { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank }
}

private func appendWidened(_ content: ArraySlice<UInt8>, to widened: inout [UInt8]) {
  var index = content.startIndex
  while index < content.endIndex {
    let cell = content[index...].prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    guard let dash = cell.firstIndex(of: UInt8(ascii: "-")) else {
      widened.append(content[index])
      index += 1
      continue
    }
    widened.append(contentsOf: cell[..<dash])
    for _ in 0..<max(0, 3 - cell.count) { widened.append(UInt8(ascii: "-")) }
    widened.append(contentsOf: cell[dash...])
    index = cell.endIndex
  }
}
