package import Community

extension Paths {
  /// For admins: the tags, and one of them.
  package static let tags = "/admin/tags"
  package static let tagSheetPattern = "/admin/tags/:id"
  package static let mergeTagPattern = "/admin/tags/:id/merge"
  package static let tagSynonymsPattern = "/admin/tags/:id/synonyms"
  package static let removeTagSynonymPattern = "/admin/tags/:id/synonyms/remove"
  package static let removeTagPattern = "/admin/tags/:id/remove"
  package static func tagSheet(_ id: TopicTagID) -> String { "\(tags)/\(id.rawValue)" }
  /// The tags whose names begin so, from a place in the list on.
  static func tags(from start: String, after cursor: TagSheetList.Cursor) -> String {
    "\(tags)?q=\(encoded(start))&after=\(cursor.text)"
  }
}
