package import Database

/// Changes what a category says of itself.
package struct EditCategory: Sendable {
  private let slug: String
  private let description: String?
  private let hint: String?

  /// What is nil stays. Both are one line, cut after 300 characters.
  package init(_ slug: String, description: String? = nil, hint: String? = nil) {
    self.slug = slug
    self.description = description.map(CreateCategory.line)
    self.hint = hint.map(CreateCategory.line)
  }

  /// From the command line, whose operator needs no right. Throws ``ForumError/notFound``.
  package func perform(in tx: Transaction) throws {
    let id: CategoryID? = try tx.value(
      """
      UPDATE category SET description = coalesce(\(description), description), hint = coalesce(\(hint), hint) WHERE slug = \(slug) RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    try tx.record(Event(.categoryChanged, detail: String(id.rawValue)))
  }
}
