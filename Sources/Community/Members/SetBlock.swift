package import Database

/// Wants nothing more to do with somebody, or lets them again. They never learn of it.
package struct SetBlock: Sendable {
  /// Nobody needs more, and the list of them stays short.
  package static let most = 500
  package let member: MemberID
  package let wanted: Bool
  package init(_ member: MemberID, wanted: Bool) { (self.member, self.wanted) = (member, wanted) }

  /// Throws ``ForumError/notFound`` for nobody, and ``ForumError/forbidden(_:)`` with `cannotBlock` for who looks after the community, and
  /// `blocksFull`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard let badge = try MemberBadge.find(member, in: tx) else { throw ForumError.notFound }
    guard wanted else {
      let lifted = try tx.run("DELETE FROM member_block WHERE member_id = \(actor.id) AND blocked_id = \(member)")
      if lifted > 0 { try tx.record(Event(.memberUnblocked, actor: actor.id, member: member)) }
      return
    }
    guard member != actor.id, BlockList.canBlock(badge.role) else { throw ForumError.forbidden(.cannotBlock) }
    let others: Int = try tx.value("SELECT count(*) FROM member_block WHERE member_id = \(actor.id) AND blocked_id <> \(member)") ?? 0
    guard others < Self.most else { throw ForumError.forbidden(.blocksFull) }
    let isNew = try tx.run(
      """
      INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(actor.id), \(member), \(tx.now))
      ON CONFLICT (member_id, blocked_id) DO NOTHING
      """)
    if isNew > 0 { try tx.record(Event(.memberBlocked, actor: actor.id, member: member)) }
  }
}

/// Whom a member has blocked; seen by nobody else.
package struct BlockList: Sendable {
  package static let pageSize = 50
  /// The newest first.
  package let members: [MemberBadge]
  /// Where the next page begins; nil on the last.
  package let older: Cursor?
  /// Whether others may begin to write to the member.
  package let takesMessages: Bool

  /// Whether somebody in that role can be blocked: what staff and moderators do must reach everybody.
  package static func canBlock(_ role: Role) -> Bool { role == .member || role == .helper }

  /// A place in the list.
  package struct Cursor: Sendable, Equatable {
    let at: Timestamp
    let member: MemberID
    /// As it stands in an address: `MILLISECONDS-NUMBER`.
    package var text: String { "\(at.rawValue)-\(member.rawValue)" }
    init(at: Timestamp, member: MemberID) { (self.at, self.member) = (at, member) }
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let at = Identifier<Never>(parts[0]), let member = MemberID(parts[1]) else { return nil }
      self.init(at: Timestamp(milliseconds: at.rawValue), member: member)
    }
  }

  package static func load(before cursor: Cursor? = nil, for actor: Actor, in tx: Transaction) throws -> BlockList {
    let after: SQL = cursor.map { "(member_block.at, member.id) < (\($0.at), \($0.member))" } ?? "TRUE"
    var rows = try tx.all(
      """
      SELECT member_block.at, \(MemberBadge.columns("member")) FROM member_block JOIN member ON member.id = member_block.blocked_id
      WHERE member_block.member_id = \(actor.id) AND \(after) ORDER BY member_block.at DESC, member.id DESC LIMIT \(pageSize + 1)
      """
    ) { row in (at: try row.next(Timestamp.self), badge: try MemberBadge(&row)) }
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    return BlockList(
      members: rows.map(\.badge), older: hasMore ? rows.last.map { Cursor(at: $0.at, member: $0.badge.id) } : nil,
      takesMessages: try !tx.exists("SELECT 1 FROM message_choice WHERE member_id = \(actor.id) AND NOT wanted"))
  }

  /// Whether the viewer has blocked somebody; nil where they cannot.
  package static func isBlocked(_ member: MemberID, role: Role, by viewer: Viewer, in tx: Transaction) throws -> Bool? {
    guard let own = viewer.memberID, own != member else { return nil }
    let isBlocked = try tx.exists("SELECT 1 FROM member_block WHERE member_id = \(own) AND blocked_id = \(member)")
    return isBlocked || canBlock(role) ? isBlocked : nil
  }
}

/// Chooses whether other members may begin to write to one. Staff may always.
package struct SetMessageChoice: Sendable {
  package let wanted: Bool
  package init(wanted: Bool) { self.wanted = wanted }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO message_choice (member_id, wanted) VALUES (\(actor.id), \(wanted))
      ON CONFLICT (member_id) DO UPDATE SET wanted = excluded.wanted
      """)
  }
}
