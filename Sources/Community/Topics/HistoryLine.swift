package import Database

/// Something that was done to a topic, as it stands between the posts: it is none of them and has no number.
package struct HistoryLine: Sendable, Equatable {
  package let kind: HistoryKind
  /// The number of the post it stands after.
  package let afterNumber: Int
  package let actorName: String
  package let at: Timestamp
  /// What was said about it; safe HTML, mostly empty.
  package let noteHTML: String

  /// More than any topic has on a page.
  private static let most = 300

  /// The lines that stand after posts of these numbers, oldest first; none of a topic the viewer may not open.
  static func load(_ topic: TopicID, after numbers: ClosedRange<Int>, for viewer: Viewer, in tx: Transaction) throws -> [HistoryLine] {
    try tx.all(
      """
      SELECT history_line.kind, history_line.after_number, actor.name, history_line.at, history_line.note_html
      FROM history_line JOIN topic ON topic.id = history_line.topic_id JOIN member actor ON actor.id = history_line.actor_id
      WHERE history_line.topic_id = \(topic) AND history_line.after_number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
        AND \(Visibility.openable(viewer))
      ORDER BY history_line.after_number, history_line.at, history_line.id LIMIT \(most)
      """)
  }
}

extension HistoryLine: SQLRow {
  package init(_ row: inout Row) throws {
    kind = try row.next()
    afterNumber = try row.next()
    actorName = try row.next()
    at = try row.next()
    noteHTML = try row.next()
  }
}
