package import Database

/// A reported part with what moderators may know of it: the words, the part it follows on, why it was reported and by whom. Of a conversation
/// they read nothing else.
package struct ReportedPart: Sendable, SQLRow {
  package static let most = 50
  package let reason: ReportReason
  package let note: String
  package let at: Timestamp
  package let html: String
  package let writtenAt: Timestamp
  /// The part before it; nil for the first.
  package let before: String?
  package let author: MemberBadge
  package let reporter: MemberBadge

  package init(_ row: inout Row) throws {
    reason = try row.next()
    note = try row.next()
    at = try row.next()
    html = try row.next()
    writtenAt = try row.next()
    before = try row.next()
    author = try MemberBadge(&row)
    reporter = try MemberBadge(&row)
  }

  /// What nobody has looked after yet, oldest first. Throws ``ForumError/notFound`` for who may not.
  package static func open(for actor: Actor, in tx: Transaction) throws -> [ReportedPart] {
    guard actor.may(.readReported) else { throw ForumError.notFound }
    return try tx.all(
      """
      SELECT part_report.reason, part_report.note, part_report.at, part.html, part.created_at, before.html,
        \(MemberBadge.columns("author")), \(MemberBadge.columns("reporter"))
      FROM part_report
      JOIN conversation_part part ON part.id = part_report.part_id
      LEFT JOIN conversation_part before ON before.conversation_id = part.conversation_id AND before.number = part.number - 1
      JOIN member author ON author.id = part.author_id
      JOIN member reporter ON reporter.id = part_report.member_id
      WHERE part_report.settled_at IS NULL ORDER BY part_report.at, part_report.part_id LIMIT \(most)
      """)
  }
}
