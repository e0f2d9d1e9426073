import Templates

/// One passage of what changed, as a reader sees it.
struct DiffFields: Fields, Equatable {
  enum Kind: Equatable { case same, removed, added, gap }
  let isSame: Bool
  let isRemoved: Bool
  let isAdded: Bool
  let isGap: Bool
  let text: String

  init(kind: Kind, text: String) {
    (isSame, isRemoved, isAdded, isGap) = (kind == .same, kind == .removed, kind == .added, kind == .gap)
    self.text = text
  }

  var kind: Kind { isRemoved ? .removed : isAdded ? .added : isGap ? .gap : .same }

  func field(_ field: String) -> Field? {
    switch field {
    case "isSame": .flag(isSame)
    case "isRemoved": .flag(isRemoved)
    case "isAdded": .flag(isAdded)
    case "isGap": .flag(isGap)
    case "text": .text(text)
    default: nil
    }
  }

  /// So much of an unchanged passage is shown beside a change, to the end of a line where one is near.
  private static let near = 120

  /// The passages of a difference, without what is far from any change.
  static func pieces(_ diff: WordDiff) -> [DiffFields] {
    let last = diff.pieces.count - 1
    return diff.pieces.enumerated().flatMap { index, piece -> [DiffFields] in
      switch piece {
      case .removed(let text): [DiffFields(kind: .removed, text: text)]
      case .added(let text): [DiffFields(kind: .added, text: text)]
      case .same(let text): unchanged(text, isFirst: index == 0, isLast: index == last)
      }
    }
  }

  private static func unchanged(_ text: String, isFirst: Bool, isLast: Bool) -> [DiffFields] {
    let whole = [DiffFields(kind: .same, text: text)]
    guard text.utf8.count > 4 * near else { return whole }
    let (start, end) = (String(text.prefix(near)), String(text.suffix(near)))
    // Lines are cut at their ends, where those are not far.
    let head = isFirst ? "" : start.lastIndex(of: "\n").map { String(start[...$0]) } ?? start
    let tail = isLast ? "" : end.firstIndex(of: "\n").map { String(end[end.index(after: $0)...]) } ?? end
    guard head.utf8.count + tail.utf8.count < text.utf8.count else { return whole }
    let gap = DiffFields(kind: .gap, text: "")
    return [head].filter { !$0.isEmpty }.map { DiffFields(kind: .same, text: $0) } + [gap]
      + [tail].filter { !$0.isEmpty }.map { DiffFields(kind: .same, text: $0) }
  }

  static let sample = DiffFields(kind: .added, text: "better")
}
