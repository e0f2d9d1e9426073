package import Database

/// A member as the people of the house may know them: what they are here and why.
package struct MemberSheet: Sendable {
  package let badge: MemberBadge
  package let since: Timestamp
  package let trust: Trust
  /// The categories they look after.
  package let moderated: Set<CategoryID>
  /// What an account of the staff lacks to be a person.
  package let lacks: [StaffFaces.Lack]
  /// Whether they were imported, and nobody has taken the account over yet.
  package let isUnclaimed: Bool
  /// When a running silence ends, and a suspension; nil for who is under none, and for a reader who may not know.
  package let silencedUntil: Timestamp?
  package let suspendedUntil: Timestamp?
  /// Where they are signed in; nil for who may not know.
  package let sessions: [SessionRow]?
  /// What was noted about them; nil for who may not read it.
  package let notes: [MemberNote]?
  /// Nil for who may not know.
  package let customer: Standing?
  /// All that the reader may see, to choose from.
  package let categories: [CategoryRow]

  /// Whether they are a customer: by what somebody said, and by their address.
  package struct Standing: Sendable, Equatable {
    package let mark: Customers.Mark?
    package let isKnown: Bool
  }

  /// Throws ``ForumError/notFound`` for who may not know, as where there is nobody.
  package static func find(_ member: MemberID, for actor: Actor, in tx: Transaction) throws -> MemberSheet {
    guard actor.may(.seeTrust) else { throw ForumError.notFound }
    let found = try tx.first(
      """
      SELECT \(MemberBadge.columns("member")), created_at, imported AND password_hash IS NULL,
        CASE WHEN silenced_until > \(tx.now) THEN silenced_until END, CASE WHEN suspended_until > \(tx.now) THEN suspended_until END
      FROM member
      WHERE id = \(member) AND merged_into IS NULL
      """
    ) { row in
      (
        badge: try MemberBadge(&row), since: try row.next(Timestamp.self), isUnclaimed: try row.next(Bool.self),
        silencedUntil: try row.next(Timestamp?.self), suspendedUntil: try row.next(Timestamp?.self)
      )
    }
    guard let found, let trust = try Trust.of(member, in: tx) else { throw ForumError.notFound }
    let standing =
      actor.may(.verifyCustomers)
      ? Standing(
        mark: try Customers.mark(of: member, in: tx), isKnown: try !Customers.among([member], for: actor.viewer, in: tx).isEmpty) : nil
    return MemberSheet(
      badge: found.badge, since: found.since, trust: trust,
      moderated: Set(try tx.values("SELECT category_id FROM category_moderator WHERE member_id = \(member)", as: CategoryID.self)),
      lacks: StaffFaces.lacks(found.badge, site: try SiteSettings.load(in: tx).name), isUnclaimed: found.isUnclaimed,
      silencedUntil: actor.may(.restrictMembers) ? found.silencedUntil : nil,
      suspendedUntil: actor.may(.restrictMembers) ? found.suspendedUntil : nil,
      sessions: try MemberSessions.list(of: member, for: actor, in: tx), notes: try MemberNote.all(about: member, for: actor, in: tx),
      customer: standing,
      categories: try CategoryRow.all(for: actor.viewer, in: tx))
  }

  /// Whether there is a member of that number: not one that became another, nor one who was erased.
  static func isThere(_ member: MemberID, in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      SELECT 1 FROM member WHERE id = \(member) AND merged_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.member_id = member.id)
      """)
  }
}
