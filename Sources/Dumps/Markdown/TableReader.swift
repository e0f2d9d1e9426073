/// A `<table>` as rows of cells that each fit on one line.
enum TableReader {
  static let mostColumns = 50
  static let mostCells = 5_000

  /// Nil for a table without cells.
  static func read(_ table: HTMLElement, base: String?) -> MarkdownBlock? {
    var rows: [[HTMLElement]] = []
    gather(table.children, into: &rows)
    rows.removeAll { $0.isEmpty }
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return nil }
    let cells = rows.map { row in row.map { line(of: $0, base: base) } + Array(repeating: [], count: width - row.count) }
    // Beyond what our Markdown renders as a table, its rows stay readable as lines.
    guard width <= mostColumns, width * rows.count <= mostCells else {
      return .paragraph(InlineTidier.tidy(Array(cells.map { Array($0.joined(separator: [.text(" | ")])) }.joined(separator: [.lineBreak]))))
    }
    let head = rows[0]
    return .table(cells, columns: (0..<width).map { $0 < head.count ? alignment(of: head[$0]) : .none })
  }

  private static func gather(_ nodes: [HTMLNode], into rows: inout [[HTMLElement]]) {
    for case .element(let element) in nodes {
      if element.name == "tr" {
        rows.append(
          element.children.compactMap { child in
            if case .element(let cell) = child, cell.name == "td" || cell.name == "th" { cell } else { nil }
          })
      } else if ["thead", "tbody", "tfoot"].contains(element.name) {
        gather(element.children, into: &rows)
      }
    }
  }

  private static func line(of cell: HTMLElement, base: String?) -> [InlineToken] {
    InlineTidier.tidy(flatten(BlockBuilder.blocks(of: cell.children, base: base)))
  }

  private static func flatten(_ blocks: [MarkdownBlock]) -> [InlineToken] {
    blocks.flatMap { block -> [InlineToken] in
      let inside: [InlineToken] =
        switch block {
        case .paragraph(let tokens), .heading(_, let tokens):
          tokens.map { $0 == .lineBreak || $0 == .space(newline: true) ? .space(newline: false) : $0 }
        case .code(let text, _): [.code(text)]
        case .quote(let blocks): flatten(blocks)
        case .list(let list): list.items.flatMap(flatten)
        case .rule: []
        case .table(let rows, _): rows.flatMap { $0.flatMap { $0 + [.space(newline: false)] } }
        }
      return inside + [.space(newline: false)]
    }
  }

  private static func alignment(of cell: HTMLElement) -> MarkdownAlignment {
    let style = (cell.attributes["style"] ?? "").lowercased().filter { $0 != " " }
    for (name, alignment) in [("left", MarkdownAlignment.left), ("center", .center), ("right", .right)]
    where cell.attributes["align"]?.lowercased() == name || style.contains("text-align:" + name) {
      return alignment
    }
    return .none
  }
}
