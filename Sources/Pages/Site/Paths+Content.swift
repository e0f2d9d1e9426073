package import Community

extension Paths {
  /// For admins: the categories, adding one, and one of them.
  package static let categories = "/admin/categories"
  package static let categorySheetPattern = "/admin/categories/:id"
  package static let archiveCategoryPattern = "/admin/categories/:id/archive"
  package static let placeCategoryPattern = "/admin/categories/:id/place"
  /// For admins: topics as a table.
  package static let topicFile = "/admin/topics.csv"
  package static func categorySheet(_ id: CategoryID) -> String { "\(categories)/\(id.rawValue)" }
}
