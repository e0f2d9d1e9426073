import CMd4c

extension HTMLWriter {
  /// An open block: what closes it, and what has to be known then.
  struct Block {
    enum Kind {
      case other, container, item
      case heading(level: UInt8, start: Int, textStart: Int)
      case cell, row
    }
    let kind: Kind
    let close: StaticString
  }

  func enter(block type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    flushRun()
    switch type {
    case MD_BLOCK_QUOTE: return enterContainer("<blockquote>\n", close: "</blockquote>\n")
    case MD_BLOCK_UL: return enterContainer("<ul>\n", close: "</ul>\n")
    case MD_BLOCK_OL: return enterOrderedList(start: read(detail, MD_BLOCK_OL_DETAIL.self).start)
    case MD_BLOCK_LI: enterItem(read(detail, MD_BLOCK_LI_DETAIL.self))
    case MD_BLOCK_HR: open("<hr>\n", close: "")
    case MD_BLOCK_H: enterHeading(level: read(detail, MD_BLOCK_H_DETAIL.self).level)
    case MD_BLOCK_CODE: enterCode(read(detail, MD_BLOCK_CODE_DETAIL.self))
    case MD_BLOCK_P: open("<p>", close: "</p>\n")
    case MD_BLOCK_TABLE: return enterTable(read(detail, MD_BLOCK_TABLE_DETAIL.self))
    case MD_BLOCK_THEAD: open("<thead>\n", close: "</thead>\n")
    case MD_BLOCK_TBODY: open("<tbody>\n", close: "</tbody>\n")
    case MD_BLOCK_TR: open("<tr>\n", close: "</tr>\n", .row)
    case MD_BLOCK_TH: enterCell("<th scope=\"col\"", close: "</th>\n", read(detail, MD_BLOCK_TD_DETAIL.self).align)
    case MD_BLOCK_TD: enterCell("<td", close: "</td>\n", read(detail, MD_BLOCK_TD_DETAIL.self).align)
    default: open("", close: "")
    }
    return verdict
  }

  func leave(block type: MD_BLOCKTYPE) -> Int32 {
    flushRun()
    while !spans.isEmpty { closeSpan() }
    guard let block = blocks.popLast() else { return Self.stop }
    switch block.kind {
    case .heading(let level, let start, let textStart): closeHeading(level, start, textStart)
    case .container:
      containers -= 1
      endTextBlock()
    case .cell: plainText.append(" ")
    case .row:
      while plainText.last == UInt8(ascii: " ") { plainText.removeLast() }
      endTextBlock()
    case .item, .other: endTextBlock()
    }
    html.append(block.close)
    return verdict
  }

  private func open(_ tag: StaticString, close: StaticString, _ kind: Block.Kind = .other) {
    html.append(tag)
    blocks.append(Block(kind: kind, close: close))
  }

  private func enterContainer(_ tag: StaticString, close: StaticString) -> Int32 {
    containers += 1
    guard containers <= MarkdownLimits.nesting else { return Self.stop }
    // A list inside a tight item follows its words directly.
    endTextBlock()
    open(tag, close: close, .container)
    return verdict
  }

  private func enterOrderedList(start: UInt32) -> Int32 {
    guard start != 1 else { return enterContainer("<ol>\n", close: "</ol>\n") }
    html.append("<ol start=\"")
    html.append(contentsOf: String(start).utf8)
    return enterContainer("\">\n", close: "</ol>\n")
  }

  private func enterItem(_ item: MD_BLOCK_LI_DETAIL) {
    guard item.is_task != 0 else { return open("<li>", close: "</li>\n", .item) }
    let isDone = item.task_mark != CChar(UInt8(ascii: " "))
    open("<li class=\"task\"><input type=\"checkbox\" disabled", close: "</li>\n", .item)
    html.append(isDone ? " checked aria-label=\"" : " aria-label=\"")
    html.appendEscaped((isDone ? options.doneLabel : options.openLabel).utf8)
    html.append("\"> ")
  }

  private func enterHeading(level: UInt32) {
    let shown = options.topHeading + (level <= 2 ? 0 : level == 3 ? 1 : 2)
    open("", close: "", .heading(level: shown, start: html.count, textStart: plainText.count))
  }

  /// The tag is written last: its id is made from the words, and a heading without words is none.
  private func closeHeading(_ level: UInt8, _ start: Int, _ textStart: Int) {
    let content = Array(html[start...])
    html.removeSubrange(start...)
    let words = Array(plainText[textStart...])
    endTextBlock()
    guard words.contains(where: { !$0.isSpace }) else { return }
    let digit = UInt8(ascii: "0") + level
    html.append("<h")
    html.append(digit)
    if !options.idPrefix.isEmpty {
      html.append(" id=\"")
      html.appendEscaped(options.idPrefix.utf8)
      html.append(contentsOf: headings.id(for: words).utf8)
      html.append("\"")
    }
    html.append(">")
    html.append(contentsOf: content)
    html.append("</h")
    html.append(digit)
    html.append(">\n")
  }

  private func enterCode(_ code: MD_BLOCK_CODE_DETAIL) {
    openBox("<pre", label: options.codeLabel)
    html.append("><code")
    let language = code.lang.size > 20 ? [] : decoded(code.lang).map(\.lowered)
    let isName = language.allSatisfy {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "-")
    }
    if !language.isEmpty, language.count <= 20, isName {
      html.append(" class=\"language-")
      html.append(contentsOf: language)
      html.append("\"")
    }
    open(">", close: "</code></pre>\n")
  }

  private func enterTable(_ table: MD_BLOCK_TABLE_DETAIL) -> Int32 {
    let columns = Int(table.col_count)
    guard columns <= MarkdownLimits.columns else { return Self.stop }
    cells += columns * Int(table.head_row_count + table.body_row_count)
    guard cells <= MarkdownLimits.cells else { return Self.stop }
    openBox("<div class=\"table-box\"", label: options.tableLabel)
    open("><table>\n", close: "</table></div>\n")
    return verdict
  }

  /// What may be wider than the page scrolls in a box of its own, which the keyboard reaches and a screen reader names.
  private func openBox(_ tag: StaticString, label: String) {
    html.append(tag)
    html.append(" tabindex=\"0\" role=\"group\" aria-label=\"")
    html.appendEscaped(label.utf8)
    html.append("\"")
  }

  private func enterCell(_ tag: StaticString, close: StaticString, _ align: MD_ALIGN) {
    html.append(tag)
    if align == MD_ALIGN_RIGHT { html.append(" class=\"r\"") }
    if align == MD_ALIGN_CENTER { html.append(" class=\"c\"") }
    open(">", close: close, .cell)
  }

  private func endTextBlock() {
    if let last = plainText.last, last != UInt8(ascii: "\n") { plainText.append("\n") }
  }

  func read<Detail>(_ detail: UnsafeMutableRawPointer?, _ type: Detail.Type) -> Detail {
    // The parser documents which detail comes with which block and span, and never leaves it out.
    detail.unsafelyUnwrapped.assumingMemoryBound(to: type).pointee
  }
}
