package import Database

/// Finds tags whose name is among the words, alone or joined, as far as they stand on topics the viewer may see.
package struct SearchTags: Sendable {
  package static let most = 5
  private let spellings: [String]

  package init(_ request: SearchRequest) { self.init(words: request.words, most: 8) }

  /// For the first `most` words of any text.
  package init(words text: String, most: Int) {
    let words = oneLine(text).lowercased().split(whereSeparator: { " \"#,.;:!?()".contains($0) }).prefix(most).map(String.init)
    var spellings: [String] = []
    for start in words.indices {
      for end in start..<min(words.count, start + 3) {
        let joined = words[start...end].joined(separator: "-")
        spellings += [joined, joined + "s"] + (joined.hasSuffix("s") ? [String(joined.dropLast())] : [])
      }
    }
    self.spellings = spellings.filter { $0.utf8.count <= 200 }
  }

  /// The names; for a synonym that of the tag it stands for.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [String] {
    guard !spellings.isEmpty else { return [] }
    // Sorted here: the engines order letters beyond ASCII in different ways.
    return try tx.values(
      """
      SELECT DISTINCT coalesce(meant.name, tag.name) FROM tag LEFT JOIN tag meant ON meant.id = tag.synonym_of
      WHERE tag.name \(anyOf: spellings) AND \(TagView.isSeen("coalesce(tag.synonym_of, tag.id)", by: viewer))
      """, as: String.self
    ).sorted().prefix(Self.most).map { $0 }
  }
}
