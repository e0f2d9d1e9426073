package import Database

/// A category as lists and forms show it.
package struct CategoryRow: Sendable, Equatable, SQLRow {
  package let id: CategoryID
  package let slug: String
  package let name: String
  package let description: String
  /// What whoever writes here should know; empty where nothing is said.
  package let hint: String
  package let topicCount: Int
  /// Whether the viewer may open topics here.
  package let mayOpen: Bool
  /// Whether it is only read.
  package let isArchived: Bool

  package init(_ row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    name = try row.next()
    description = try row.next()
    hint = try row.next()
    topicCount = try row.next()
    mayOpen = try row.next()
    isArchived = try row.next()
  }

  /// Every category the viewer may see, in the admin's order.
  package static func all(for viewer: Viewer, in tx: Transaction) throws -> [CategoryRow] {
    try tx.all("\(select(viewer)) ORDER BY category.position, category.name, category.id")
  }

  /// One category by its address; nil when there is none the viewer may see.
  package static func find(_ slug: String, for viewer: Viewer, in tx: Transaction) throws -> CategoryRow? {
    try tx.first("\(select(viewer)) AND category.slug = \(slug)")
  }

  /// The address of the category that had this one before; nil when there is none the viewer may see.
  package static func renamed(_ former: String, for viewer: Viewer, in tx: Transaction) throws -> String? {
    try tx.value(
      """
      SELECT category.slug FROM category_former_slug JOIN category ON category.id = category_former_slug.category_id
      WHERE category_former_slug.slug = \(former) AND \(Visibility.categories(viewer))
      """)
  }

  private static func select(_ viewer: Viewer) -> SQL {
    """
    SELECT category.id, category.slug, category.name, category.description, category.hint, category.topic_count,
      \(Visibility.opensTopics(viewer)), category.archived_at IS NOT NULL
    FROM category WHERE \(Visibility.categories(viewer))
    """
  }
}
