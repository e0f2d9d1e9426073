import Community
package import Templates

/// The number beside the bell, as it is written and as it is said.
package struct BellText: Sendable {
  private let count: Int
  package init(_ count: Int) { self.count = count }

  /// Empty for none.
  package var number: String {
    if count == 0 { return "" }
    return count < UnreadNotices.mostCounted ? String(count) : "\(UnreadNotices.mostCounted - 1)+"
  }

  /// For whoever hears it.
  package func sentence(_ words: Words) -> String {
    count < UnreadNotices.mostCounted
      ? words.text("notices.live", ["count": .number(count)]) : words.text("notices.live.many", ["count": .text(number)])
  }
}
