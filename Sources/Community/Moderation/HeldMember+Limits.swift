import Database

/// What a new account may do before a person has looked at it: read, keep drafts, and ask one question, which waits with it.
extension HeldMember {
  /// Asked of newcomers only: whoever is settled was looked at.
  static func isHeld(_ actor: Actor, in tx: Transaction) throws -> Bool {
    guard !actor.viewer.isSettled else { return false }
    return try tx.exists("SELECT 1 FROM member WHERE id = \(actor.id) AND held_at IS NOT NULL")
  }

  /// True for rows of `member` whose page there is for this viewer: an account that nobody has looked at yet is seen by itself and by who decides.
  static func isShown(_ member: SQL, to viewer: Viewer) -> SQL {
    viewer.decides ? "TRUE" : "(\(member).held_at IS NULL OR \(member).id = \(viewer.memberID))"
  }

  /// Lets the one question through that waits with an account.
  static func releaseQuestion(of member: MemberID, by actor: Actor, in tx: Transaction) throws {
    let waiting = try tx.values(
      """
      SELECT review.id FROM review JOIN post ON post.id = review.post_id
      WHERE post.author_id = \(member) AND review.settled_at IS NULL AND review.cause = 'held' AND review.rule = \(ActRule.approval)
      """, as: ReviewID.self)
    for review in waiting { try Decide(review, .fine, why: .silent()).perform(by: actor, in: tx) }
  }

  /// Throws ``ForumError/forbidden(_:)`` `heldFirst` for what has to wait.
  static func refuse(_ actor: Actor, in tx: Transaction) throws {
    if try isHeld(actor, in: tx) { throw ForumError.forbidden(.heldFirst) }
  }
}
