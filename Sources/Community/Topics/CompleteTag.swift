package import Database

/// Which tags begin as somebody types: only those on a topic they may see, a few of them.
package struct CompleteTag: Sendable {
  /// The most suggestions.
  package static let most = 8
  private let start: String

  /// Nil for what no tag begins with.
  package init?(_ raw: String) {
    guard let name = try? TagName(raw) else { return nil }
    start = name.text
  }

  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [String] {
    try tx.values(
      """
      SELECT tag.name FROM tag
      WHERE tag.name >= \(start) AND tag.name < \(start + "\u{10FFFF}") AND tag.synonym_of IS NULL AND \(TagView.isSeen("tag.id", by: viewer))
      ORDER BY tag.name LIMIT \(Self.most)
      """)
  }
}
