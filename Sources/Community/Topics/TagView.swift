package import Database

/// A tag with its words, as its page shows it.
package struct TagView: Sendable, Equatable {
  package let id: TopicTagID
  package let name: String
  package let description: String

  /// What an address names.
  package enum Found: Sendable, Equatable {
    case tag(TagView)
    /// A synonym: the page of the tag it stands for.
    case synonym(of: String)
  }

  /// The tag or synonym of this name; nil unless it stands on a topic the viewer may see. So a word that is only used where they
  /// may not look is one that nobody ever used.
  package static func find(_ name: String, for viewer: Viewer, in tx: Transaction) throws -> Found? {
    try tx.first(
      """
      SELECT tag.id, tag.name, tag.description, meant.name
      FROM tag LEFT JOIN tag meant ON meant.id = tag.synonym_of
      WHERE tag.name = \(name.lowercased()) AND \(isSeen("coalesce(tag.synonym_of, tag.id)", by: viewer))
      """
    ) { row in
      let tag = TagView(id: try row.next(), name: try row.next(), description: try row.next())
      let meant: String? = try row.next()
      return meant.map(Found.synonym) ?? .tag(tag)
    }
  }

  /// True where a topic the viewer may see carries the tag.
  static func isSeen(_ tag: SQL, by viewer: Viewer) -> SQL {
    """
    EXISTS (SELECT 1 FROM topic_tag JOIN topic ON topic.id = topic_tag.topic_id
      WHERE topic_tag.tag_id = \(tag) AND \(Visibility.standing(viewer)))
    """
  }
}
