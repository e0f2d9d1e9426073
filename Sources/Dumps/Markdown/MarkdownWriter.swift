/// Writes blocks as Markdown lines.
enum MarkdownWriter {
  static func write(_ blocks: [MarkdownBlock]) -> String {
    lines(of: blocks, isTight: false, isInItem: false).joined(separator: "\n")
  }

  private static func lines(of blocks: [MarkdownBlock], isTight: Bool, isInItem: Bool) -> [String] {
    var lines: [String] = []
    var before: MarkdownBlock?
    var isOtherMarker = false
    for block in blocks {
      if case .list(let list) = block {
        // Two lists with one marker would run into one.
        if case .list(let last) = before, (last.start == nil) == (list.start == nil) {
          isOtherMarker.toggle()
        } else {
          isOtherMarker = false
        }
      }
      if let before {
        let follows = isTight && BlockSpacing.canFollow(before, block) || isInItem && BlockSpacing.shouldFollow(before, block)
        if !follows { lines.append("") }
      }
      lines += Self.lines(of: block, isOtherMarker: isOtherMarker, isInItem: isInItem)
      before = block
    }
    return lines
  }

  private static func lines(of block: MarkdownBlock, isOtherMarker: Bool, isInItem: Bool) -> [String] {
    switch block {
    case .paragraph(let tokens):
      return InlineWriter.write(tokens, in: .paragraph).split(separator: "\n", omittingEmptySubsequences: false).map {
        TextEscaper.escapeLineStart(String($0))
      }
    case .heading(let level, let tokens): return [heading(level, tokens)]
    case .code(let text, let language): return fenced(text, language)
    case .quote(let blocks): return quoted(lines(of: blocks, isTight: false, isInItem: false))
    case .list(let list): return lines(of: list, isOtherMarker: isOtherMarker, isInItem: isInItem)
    // Never mistaken for a bullet, nor for the line under a heading.
    case .rule: return ["___"]
    case .table(let rows, let columns): return table(rows, columns)
    }
  }

  private static func heading(_ level: Int, _ tokens: [InlineToken]) -> String {
    var words = InlineWriter.write(tokens, in: .heading)
    let isClosing = words.utf8.last == UInt8(ascii: "#")
    if isClosing { words.insert("\\", at: words.index(before: words.endIndex)) }
    return String(repeating: "#", count: level) + " " + words
  }

  private static func fenced(_ text: String, _ language: String) -> [String] {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    guard !text.isEmpty else { return [fence + language, fence] }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return [fence + language] + lines.map { String(Substring($0)) } + [fence]
  }

  private static func quoted(_ lines: [String]) -> [String] {
    lines.isEmpty ? [">"] : lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private static func lines(of list: MarkdownList, isOtherMarker: Bool, isInItem: Bool) -> [String] {
    let isTight = BlockSpacing.isTight(list)
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      let marker = list.start.map { "\($0 + index)" + (isOtherMarker ? ")" : ".") } ?? (isOtherMarker ? "*" : "-")
      let isClosed = index > 0 && BlockSpacing.isClosed(list.items[index - 1].last)
      if index > 0, !isTight, !(isInItem && isClosed) { lines.append("") }
      // md4c leaves the outer list when an empty item and an empty line meet inside it; a no-break space is not empty.
      let content = item.isEmpty ? ["&#160;"] : Self.lines(of: item, isTight: isTight, isInItem: true)
      let indent = String(repeating: " ", count: marker.utf8.count + 1)
      lines.append(marker + " " + (content.first ?? ""))
      lines += content.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
    }
    return lines
  }

  private static func table(_ rows: [[[InlineToken]]], _ columns: [MarkdownAlignment]) -> [String] {
    let lines = rows.map { row in "| " + row.map { InlineWriter.write($0, in: .cell) }.joined(separator: " | ") + " |" }
    let under = columns.map { column in
      switch column {
      case .none: "---"
      case .left: ":---"
      case .center: ":---:"
      case .right: "---:"
      }
    }
    return [lines[0], "| " + under.joined(separator: " | ") + " |"] + lines.dropFirst()
  }
}
