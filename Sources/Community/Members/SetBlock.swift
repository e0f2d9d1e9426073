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
  /// The newest first.
  package let members: [MemberBadge]
  /// Whether others may begin to write to the member.
  package let takesMessages: Bool

  /// Whether somebody in that role can be blocked: what staff and moderators do must reach everybody.
  package static func canBlock(_ role: Role) -> Bool { role == .member || role == .helper }

  package static func load(for actor: Actor, in tx: Transaction) throws -> BlockList {
    BlockList(
      members: try tx.all(
        """
        SELECT \(MemberBadge.columns("member")) FROM member_block JOIN member ON member.id = member_block.blocked_id
        WHERE member_block.member_id = \(actor.id) ORDER BY member_block.at DESC, member.id DESC
        """),
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
