package import Database

/// A tag with its words, as its page shows it.
package struct TagView: Sendable, Equatable {
  package let id: TopicTagID
  package let name: String
  package let description: String
  package let topicCount: Int

  /// What an address names.
  package enum Found: Sendable, Equatable {
    case tag(TagView)
    /// A synonym: the page of the tag it stands for.
    case synonym(of: String)
  }

  /// The tag or synonym of this name; nil when there is none.
  package static func find(_ name: String, in tx: Transaction) throws -> Found? {
    try tx.first(
      """
      SELECT tag.id, tag.name, tag.description, tag.topic_count, meant.name
      FROM tag LEFT JOIN tag meant ON meant.id = tag.synonym_of WHERE tag.name = \(name.lowercased())
      """
    ) { row in
      let tag = TagView(id: try row.next(), name: try row.next(), description: try row.next(), topicCount: try row.next())
      let meant: String? = try row.next()
      return meant.map(Found.synonym) ?? .tag(tag)
    }
  }
}
