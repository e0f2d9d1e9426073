package import Database

/// A tag with all that an admin decides about it.
package struct TagSheet: Sendable, Equatable {
  package let id: TopicTagID
  package let name: String
  package let description: String
  /// Topics that stand, of all categories.
  package let topicCount: Int
  package let followers: Int
  package let synonyms: [String]
  /// Whether no topic has it, not even one that was removed: only then it can be removed itself.
  package let isUnused: Bool
  /// Whether topics that have it never suggest people.
  package let isSensitive: Bool

  /// One of them; a synonym is none. Throws ``ForumError/notFound`` where there is none, and for who does not manage tags.
  package static func find(_ id: TopicTagID, for actor: Actor, in tx: Transaction) throws -> TagSheet {
    guard actor.may(.manageCategories) else { throw ForumError.notFound }
    let synonyms = try tx.values("SELECT name FROM tag WHERE synonym_of = \(id)", as: String.self).sorted()
    let found = try tx.first(
      """
      SELECT tag.name, tag.description, tag.topic_count,
        (SELECT count(*) FROM follow WHERE follow.kind = 'tag' AND follow.target_id = tag.id),
        NOT EXISTS (SELECT 1 FROM topic_tag WHERE topic_tag.tag_id = tag.id), tag.sensitive
      FROM tag WHERE tag.id = \(id) AND tag.synonym_of IS NULL
      """
    ) { row in
      TagSheet(
        id: id, name: try row.next(), description: try row.next(), topicCount: try row.next(), followers: try row.next(),
        synonyms: synonyms, isUnused: try row.next(), isSensitive: try row.next())
    }
    guard let found else { throw ForumError.notFound }
    return found
  }
}

/// Tags for admins, those most used first.
package struct TagSheetList: Sendable, Equatable {
  package static let pageSize = 50
  package let rows: [Entry]
  /// Where the list goes on; nil at its end.
  package let next: Cursor?

  /// The place after a tag of the list, as an address says it.
  package struct Cursor: Sendable, Equatable {
    let topicCount: Int
    let id: TopicTagID
    package var text: String { "\(topicCount)-\(id.rawValue)" }

    fileprivate init(after entry: Entry) { (topicCount, id) = (entry.topicCount, entry.id) }

    /// Nil for what is no cursor.
    package init?(_ text: String) {
      let parts = text.split(separator: "-")
      guard parts.count == 2, let count = Int(parts[0]), count >= 0, let id = TopicTagID(parts[1]) else { return nil }
      (topicCount, self.id) = (count, id)
    }
  }

  /// A tag in the list.
  package struct Entry: Sendable, Equatable, SQLRow {
    package let id: TopicTagID
    package let name: String
    package let topicCount: Int
    package let synonymCount: Int

    package init(_ row: inout Row) throws {
      id = try row.next()
      name = try row.next()
      topicCount = try row.next()
      synonymCount = try row.next()
    }
  }

  /// Those whose name, or that of a synonym, begins so; all for nothing. Throws ``ForumError/notFound`` for who does not manage tags.
  package static func load(_ start: String, after cursor: Cursor?, for actor: Actor, in tx: Transaction) throws -> TagSheetList {
    guard actor.may(.manageCategories) else { throw ForumError.notFound }
    let start = oneLine(String(start.prefix(100))).lowercased().split(separator: " ").joined(separator: "-")
    func begins(_ name: SQL) -> SQL { "\(name) >= \(start) AND \(name) < \(start + "\u{10FFFF}")" }
    let named: SQL =
      start.isEmpty
      ? "TRUE"
      : """
      ((\(begins("tag.name"))) OR EXISTS (
        SELECT 1 FROM tag other WHERE other.synonym_of = tag.id AND \(begins("other.name"))))
      """
    let after: SQL = cursor.map { "(tag.topic_count, tag.id) < (\($0.topicCount), \($0.id))" } ?? "TRUE"
    let found: [Entry] = try tx.all(
      """
      SELECT tag.id, tag.name, tag.topic_count, (SELECT count(*) FROM tag synonym WHERE synonym.synonym_of = tag.id)
      FROM tag WHERE tag.synonym_of IS NULL AND \(named) AND \(after) ORDER BY tag.topic_count DESC, tag.id DESC LIMIT \(pageSize + 1)
      """)
    let rows = Array(found.prefix(pageSize))
    return TagSheetList(rows: rows, next: found.count > pageSize ? rows.last.map(Cursor.init(after:)) : nil)
  }
}
