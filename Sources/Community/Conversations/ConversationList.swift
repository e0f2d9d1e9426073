package import Database

/// One conversation in the list of them.
package struct ConversationRow: Sendable, SQLRow {
  package let id: ConversationID
  package let isWithStaff: Bool
  package let title: String
  package let bumpedAt: Timestamp
  package let lastNumber: Int
  package let readNumber: Int
  package let isMuted: Bool
  /// The other one of two; in one with the company, who asked.
  package let other: MemberBadge
  /// The newest part: its HTML, who wrote it, and whether that is the viewer.
  package let html: String
  package let lastAuthor: String
  package let isLastOwn: Bool

  package var isUnread: Bool { readNumber < lastNumber }

  package init(_ row: inout Row) throws {
    id = try row.next()
    isWithStaff = try row.next()
    title = try row.next()
    bumpedAt = try row.next()
    lastNumber = try row.next()
    readNumber = try row.next()
    isMuted = try row.next()
    html = try row.next()
    lastAuthor = try row.next()
    isLastOwn = try row.next()
    other = try MemberBadge(&row)
  }
}

/// A member's conversations, or all with the company for who answers for it: newest first.
package struct ConversationList: Sendable {
  package static let pageSize = 30
  package let which: Which
  package let rows: [ConversationRow]
  /// Where the next page begins; nil on the last.
  package let older: Cursor?

  /// Whose.
  package enum Which: String, Sendable { case own, staff }

  /// A place in the list.
  package struct Cursor: Sendable, Equatable {
    let at: Timestamp
    let id: ConversationID
    package var text: String { "\(at.rawValue)-\(id.rawValue)" }
    init(at: Timestamp, id: ConversationID) { (self.at, self.id) = (at, id) }
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let at = Identifier<Never>(parts[0]), let id = ConversationID(parts[1]) else { return nil }
      self.init(at: Timestamp(milliseconds: at.rawValue), id: id)
    }
  }

  /// Throws ``ForumError/notFound`` for the company's to who does not answer for it.
  package static func load(_ which: Which, before cursor: Cursor?, for actor: Actor, in tx: Transaction) throws -> ConversationList {
    guard which == .own || actor.may(.answerPrivately) else { throw ForumError.notFound }
    let start: SQL = cursor.map { "(conversation.bumped_at, conversation.id) < (\($0.at), \($0.id))" } ?? "TRUE"
    let of: SQL =
      which == .staff
      ? "conversation.kind = 'staff'" : "own.joined_at IS NOT NULL AND own.left_at IS NULL AND \(ConversationRule.readable(by: actor))"
    let join: SQL =
      which == .staff
      ? """
      conversation LEFT JOIN conversation_member own ON own.conversation_id = conversation.id AND own.member_id = \(actor.id)
      """
      : """
      conversation_member own JOIN conversation ON conversation.id = own.conversation_id AND own.member_id = \(actor.id)
      """
    var rows: [ConversationRow] = try tx.all(
      """
      SELECT conversation.id, conversation.kind = 'staff', conversation.title, conversation.bumped_at, conversation.last_number,
        coalesce(own.read_number, 0), coalesce(own.muted, FALSE), part.html, author.name, part.author_id = \(actor.id),
        \(MemberBadge.columns("other"))
      FROM \(join)
      JOIN conversation_part part ON part.conversation_id = conversation.id AND part.number = conversation.last_number
      JOIN member author ON author.id = part.author_id
      JOIN member other ON other.id = \(ConversationRule.other(than: actor.id))
      WHERE \(of) AND \(start) ORDER BY conversation.bumped_at DESC, conversation.id DESC LIMIT \(pageSize + 1)
      """)
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    return ConversationList(which: which, rows: rows, older: hasMore ? rows.last.map { Cursor(at: $0.bumpedAt, id: $0.id) } : nil)
  }
}
