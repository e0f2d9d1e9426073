package import Database

/// A topic that stands on top of lists until a day.
package struct Announcement: Sendable, Equatable, SQLRow {
  /// Which lists it tops.
  package enum Place: String, Sendable, CaseIterable, SQLConvertible { case category, site }

  package let topic: TopicID
  package let slug: String
  package let title: String
  package let place: Place
  package let until: Timestamp

  package init(_ row: inout Row) throws {
    topic = try row.next()
    slug = try row.next()
    title = try row.next()
    place = try row.next()
    until = try row.next()
  }

  /// More than these are one too many for whoever came to read.
  package static let mostShown = 3

  /// What tops the list of a category, or of the whole site, for the viewer: the newest first, without what they have seen enough of.
  package static func shown(onTopOf category: CategoryID? = nil, for viewer: Viewer, in tx: Transaction) throws -> [Announcement] {
    let isHere: SQL = category.map { "(announcement.place = 'site' OR topic.category_id = \($0))" } ?? "announcement.place = 'site'"
    let isWanted: SQL =
      viewer.memberID.map { member in
        """
        NOT EXISTS (SELECT 1 FROM announcement_hidden WHERE announcement_hidden.member_id = \(member)
          AND announcement_hidden.topic_id = announcement.topic_id AND announcement_hidden.at = announcement.at)
        """
      } ?? "TRUE"
    return try tx.all(
      """
      \(select) WHERE announcement.until_at > \(tx.now) AND announcement.ended_at IS NULL AND \(isHere) AND \(Visibility.standing(viewer)) AND \(isWanted)
      ORDER BY announcement.at DESC, announcement.topic_id DESC LIMIT \(mostShown)
      """)
  }

  /// The one that is made of a topic now.
  static func of(_ topic: TopicID, in tx: Transaction) throws -> Announcement? {
    try tx.first("\(select) WHERE announcement.topic_id = \(topic) AND announcement.until_at > \(tx.now) AND announcement.ended_at IS NULL")
  }

  private static var select: SQL {
    """
    SELECT topic.id, topic.slug, topic.title, announcement.place, announcement.until_at
    FROM announcement JOIN topic ON topic.id = announcement.topic_id
    """
  }
}
