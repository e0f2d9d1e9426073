package import Database

/// What an address of an imported forum named, found where it lies now.
package enum OldAddress {
  /// The topic of a question's old number and the words of its address; nil when there is none the viewer may open.
  package static func topic(_ external: String, for viewer: Viewer, in tx: Transaction) throws -> (id: TopicID, slug: String)? {
    for id in try locals(.topic, external, in: tx) {
      let found = try tx.first("SELECT topic.id, topic.slug FROM topic WHERE topic.id = \(id) AND \(Visibility.openable(viewer))") { row in
        (id: try row.next(TopicID.self), slug: try row.next(String.self))
      }
      if let found { return found }
    }
    return nil
  }

  /// The place of a post's old number; nil when there is none the viewer may open.
  package static func post(_ external: String, for viewer: Viewer, in tx: Transaction) throws -> PostPlace? {
    for id in try locals(.post, external, in: tx) {
      if let place = try PostPlace.find(PostID(rawValue: id), for: viewer, in: tx) { return place }
    }
    return nil
  }

  /// The handle of whoever had an address such as `u/ana`; nil when nobody had.
  package static func member(_ external: String, in tx: Transaction) throws -> String? {
    for id in try locals(.address, external, in: tx) {
      if let handle: String = try tx.value("SELECT handle FROM member WHERE id = \(id)") { return handle }
    }
    return nil
  }

  /// The slug of the category that had an address such as `c/help` or `c/7`; nil when there is none the viewer may see.
  package static func category(_ external: String, for viewer: Viewer, in tx: Transaction) throws -> String? {
    for id in try locals(.address, external, in: tx) {
      let slug: String? = try tx.value("SELECT category.slug FROM category WHERE category.id = \(id) AND \(Visibility.categories(viewer))")
      if let slug { return slug }
    }
    return nil
  }

  /// Two old forums may have used one number: in the order of their names.
  private static func locals(_ kind: ImportSource.Kind, _ external: String, in tx: Transaction) throws -> [Int64] {
    let prefix = ImportSource.settingPrefix
    let after = prefix.utf8.count
    return try tx.values(
      """
      SELECT external_id.local_id FROM setting
      JOIN external_id ON external_id.source = substr(setting.key, CAST(\(after + 1) AS INTEGER)) AND external_id.kind = \(kind)
        AND external_id.external = \(external)
      WHERE substr(setting.key, 1, CAST(\(after) AS INTEGER)) = \(prefix) ORDER BY external_id.source
      """)
  }
}
