/// Where blocks may, and where they should, stand without an empty line between them.
enum BlockSpacing {
  /// Whether a block may stand right under another without being read as part of it.
  static func canFollow(_ before: MarkdownBlock, _ block: MarkdownBlock) -> Bool {
    switch (before, block) {
    case (.paragraph, .code): true
    case (.paragraph, .list(let list)): (list.start ?? 1) == 1 && !list.isLoose
    default: shouldFollow(before, block)
    }
  }

  /// Whether an empty line between two blocks of an item is better left out. md4c 0.4.8 takes what it keeps of the last line of a
  /// heading, rule or code block for a block; once in 256 times it then believes that the item is empty, and ends the list at the next
  /// line. Nothing can be read as part of these three, so behind them the line is not needed.
  static func shouldFollow(_ before: MarkdownBlock, _ block: MarkdownBlock) -> Bool {
    if case .quote = before, case .quote = block { return false }
    return isClosed(before)
  }

  /// Whether the last line of a block is a heading, a rule or the end of code.
  static func isClosed(_ block: MarkdownBlock?) -> Bool {
    switch block {
    case .code, .heading, .rule: true
    case .quote(let blocks): isClosed(blocks.last)
    case .list(let list): isClosed(list.items.last?.last)
    case .paragraph, .table, nil: false
    }
  }

  /// Whether all items can stand without empty lines between and inside them.
  static func isTight(_ list: MarkdownList) -> Bool {
    !list.isLoose && list.items.allSatisfy { blocks in zip(blocks, blocks.dropFirst()).allSatisfy { canFollow($0, $1) } }
  }
}
