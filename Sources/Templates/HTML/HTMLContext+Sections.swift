/// A section may be left out, so both ways through it must arrive at the same place.
extension HTMLContext {
  /// Where the section's content begins; nil where no section can stand.
  var enteringSection: HTMLContext? {
    switch place {
    case .data, .doubleQuoted, .singleQuoted, .comment: return self
    case _ where isInTag && !isClosing: return place == .betweenAttributes ? self : betweenThings
    default: return nil
    }
  }

  /// Where the page goes on after a section; nil if the ways differ.
  static func joined(_ without: HTMLContext, _ with: HTMLContext) -> HTMLContext? {
    if without == with { return without }
    if without.isInTag, with.isInTag, without.tag == with.tag, without.isClosing == with.isClosing { return without.betweenThings }
    var joined = without
    joined.valueStart = with.valueStart
    joined.dashes = with.dashes
    guard joined == with, without.place == .doubleQuoted || without.place == .singleQuoted || without.place == .comment else { return nil }
    joined.valueStart = without.valueStart.rawValue < with.valueStart.rawValue ? without.valueStart : with.valueStart
    joined.dashes = 0
    return joined
  }

  /// After something whole inside a tag: only a space, `/` or `>` may follow.
  private var betweenThings: HTMLContext {
    var context = self
    context.place = .afterAttribute
    context.attribute = []
    context.valueStart = .empty
    return context
  }

  /// The place in words, for faults.
  var description: String {
    let tag = String(decoding: tag, as: UTF8.self)
    switch place {
    case .data:
      if let element { return "inside <\(String(decoding: element, as: UTF8.self))>" }
      return preformatted > 0 ? "inside <pre>" : "between tags"
    case .doubleQuoted, .singleQuoted, .unquoted, .beforeValue:
      return "inside the value of \(String(decoding: attribute, as: UTF8.self))"
    case .comment, .declaration, .declarationOpen: return "inside a comment or declaration"
    default: return "inside the tag <\(isClosing ? "/" : "")\(tag)>"
    }
  }
}
