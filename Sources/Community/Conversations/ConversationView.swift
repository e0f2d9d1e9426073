package import Database

/// One page of a conversation, as one who may read it sees it.
package struct ConversationView: Sendable {
  package static let pageSize = 30
  package let head: ConversationHead
  package let parts: [MessagePart]
  package let page: Int
  package let pageCount: Int

  /// The page where a part stands.
  package static func page(of number: Int) -> Int { (max(number, 1) - 1) / pageSize + 1 }

  /// Throws ``ForumError/notFound`` for a conversation of others, and for a page there is not.
  package static func load(_ id: ConversationID, page: Int, for actor: Actor, in tx: Transaction) throws -> ConversationView {
    guard let head = try ConversationHead.find(id, for: actor, in: tx) else { throw ForumError.notFound }
    let pageCount = self.page(of: head.lastNumber)
    guard (1...pageCount).contains(page) else { throw ForumError.notFound }
    let parts: [MessagePart] = try tx.all(
      """
      SELECT part.id, part.number, part.author_id = \(actor.id), part.html, part.created_at,
        EXISTS (SELECT 1 FROM review JOIN report ON report.review_id = review.id
          WHERE review.part_id = part.id AND review.settled_at IS NULL AND review.act_id IS NULL AND report.member_id = \(actor.id)),
        \(MemberBadge.columns("author"))
      FROM conversation_part part JOIN member author ON author.id = part.author_id
      WHERE part.conversation_id = \(id) AND part.number BETWEEN \(pageSize * (page - 1) + 1) AND \(pageSize * page)
      ORDER BY part.number
      """)
    return ConversationView(head: head, parts: parts, page: page, pageCount: pageCount)
  }
}

/// One part of a conversation.
package struct MessagePart: Sendable, SQLRow {
  package let id: PartID
  package let number: Int
  package let isOwn: Bool
  /// Made by Markup when it was written.
  package let html: String
  package let createdAt: Timestamp
  /// Whether the viewer asked the moderators to look at it.
  package let isReported: Bool
  package let author: MemberBadge

  package init(_ row: inout Row) throws {
    id = try row.next()
    number = try row.next()
    isOwn = try row.next()
    html = try row.next()
    createdAt = try row.next()
    isReported = try row.next()
    author = try MemberBadge(&row)
  }
}
