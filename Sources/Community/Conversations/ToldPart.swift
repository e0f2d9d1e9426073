import Database

/// What must be known of a part of a conversation before anybody is told of it.
struct ToldPart: SQLRow {
  /// Of more people who answer for the company the latest are not told.
  static let mostStaff = 50
  let id: PartID
  let conversation: ConversationID
  let number: Int
  let author: MemberID
  let isWithStaff: Bool
  let startedBy: MemberID

  init(_ row: inout Row) throws {
    id = try row.next()
    conversation = try row.next()
    number = try row.next()
    author = try row.next()
    isWithStaff = try row.next()
    startedBy = try row.next()
  }

  static func find(_ part: PartID, in tx: Transaction) throws -> ToldPart? {
    try tx.first(
      """
      SELECT part.id, part.conversation_id, part.number, part.author_id, conversation.kind = 'staff', conversation.started_by
      FROM conversation_part part JOIN conversation ON conversation.id = part.conversation_id WHERE part.id = \(part)
      """)
  }

  /// Tells the others in the conversation, and of a question that nobody answered yet all who answer for the company. Who has something
  /// unread of it was told already.
  func tell(at: Timestamp, in tx: Transaction) throws -> [ToldNotice] {
    let members = try receivers(in: tx)
    guard !members.isEmpty else { return [] }
    return try tx.all(
      """
      INSERT INTO notice (member_id, act, kind, part_id, at)
      SELECT member.id, \(NoticeKind.message.act), \(NoticeKind.message), \(id), \(at) FROM member
      WHERE member.id \(anyOf: members) AND member.id <> \(author)
        AND NOT \(ShownNotices.isSilenced(for: "member.id", conversation: "\(conversation)", author: "\(author)"))
        AND NOT EXISTS (SELECT 1 FROM conversation_member own WHERE own.conversation_id = \(conversation) AND own.member_id = member.id
          AND own.read_number >= \(number))
        AND NOT EXISTS (SELECT 1 FROM notice unread JOIN conversation_part told ON told.id = unread.part_id
          WHERE unread.member_id = member.id AND unread.read_at IS NULL AND told.conversation_id = \(conversation))
      ORDER BY member.id
      ON CONFLICT (member_id, part_id) DO NOTHING RETURNING id, member_id
      """
    ) { row in ToldNotice(id: try row.next(), member: try row.next(), mail: NoticeMail(.message)) }
  }

  private func receivers(in tx: Transaction) throws -> [MemberID] {
    let taking = try tx.values(
      """
      SELECT member_id FROM conversation_member
      WHERE conversation_id = \(conversation) AND joined_at IS NOT NULL AND left_at IS NULL AND member_id <> \(author)
      """, as: MemberID.self)
    guard isWithStaff, author == startedBy, taking.isEmpty else { return taking }
    let roles = try tx.values("SELECT role FROM role_action WHERE action = \(Action.answerPrivately.rawValue)", as: Role.self)
    return try tx.values(
      """
      SELECT id FROM member WHERE role \(anyOf: roles) AND id <> \(author) ORDER BY role, id LIMIT \(Self.mostStaff)
      """, as: MemberID.self)
  }
}
