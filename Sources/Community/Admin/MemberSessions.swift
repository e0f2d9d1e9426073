package import Database

/// Where somebody else is signed in, for who manages members: so that a device that was lost can be signed out. The addresses the sessions came
/// from are their member's alone to see.
package enum MemberSessions {
  /// The last seen first. Nil for who manages no members, and for oneself, whose own are in the settings.
  package static func list(of member: MemberID, for actor: Actor, in tx: Transaction) throws -> [SessionRow]? {
    guard manages(actor, member) else { return nil }
    return try tx.all(
      """
      SELECT id, created_at, seen_at, '', agent FROM session
      WHERE member_id = \(member) AND expires_at > \(tx.now) ORDER BY seen_at DESC, id DESC
      """)
  }

  /// Ends one of them, or all. Throws ``ForumError/notFound`` for one that is not that member's.
  package static func end(_ session: SessionID? = nil, of member: MemberID, by actor: Actor, in tx: Transaction) throws {
    guard manages(actor, member) else { throw ForumError.notFound }
    if let session {
      guard try tx.run("DELETE FROM session WHERE id = \(session) AND member_id = \(member)") > 0 else { throw ForumError.notFound }
    } else {
      guard try MemberSheet.isThere(member, in: tx) else { throw ForumError.notFound }
      try Sessions.endAll(of: member, in: tx)
    }
    try tx.log(Act(.endSessions, by: .person(actor.id), member: member, detail: session == nil ? "all" : "one"))
    try tx.record(Event(.signedOut, actor: actor.id, member: member))
  }

  private static func manages(_ actor: Actor, _ member: MemberID) -> Bool { actor.may(.manageMembers) && actor.id != member }
}
