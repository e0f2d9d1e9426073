package import Database

/// What new accounts may write, so that a stranger can ask at once and a spammer cannot go on.
///
/// Until the mailed link is followed: one topic, and replies in own topics. Then as ``PreventionSettings`` says for new and settled members.
/// Called inside the write that posts, which makes the caps exact.
package enum PostingLimits {
  /// Throws ``ForumError/forbidden(_:)`` `verifyFirst` or ``ForumError/tooSoon(_:until:)``.
  package static func checkMayOpenTopic(_ actor: Actor, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    if try HeldMember.isHeld(actor, in: tx), try tx.exists("SELECT 1 FROM topic WHERE author_id = \(actor.id)") {
      throw ForumError.forbidden(.heldFirst)
    }
    guard actor.viewer.isVerified else {
      if try tx.exists("SELECT 1 FROM topic WHERE author_id = \(actor.id)") { throw ForumError.forbidden(.verifyFirst) }
      return
    }
    let times = try tx.values(
      "SELECT created_at FROM topic WHERE author_id = \(actor.id) AND created_at > \(tx.now - .days(1)) ORDER BY created_at",
      as: Timestamp.self)
    try check(times, most: try ActionLimits.most(.topics, for: actor, in: tx), .topics, at: tx.now)
  }

  /// For replies, answers and remarks. Throws as ``checkMayOpenTopic(_:in:)``.
  package static func checkMayReply(_ actor: Actor, topicAuthor: MemberID, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    try HeldMember.refuse(actor, in: tx)
    guard actor.viewer.isVerified || topicAuthor == actor.id else { throw ForumError.forbidden(.verifyFirst) }
    let times = try tx.values(
      """
      SELECT created_at FROM post WHERE author_id = \(actor.id) AND created_at > \(tx.now - .days(1)) AND kind <> 'opening'
      ORDER BY created_at
      """, as: Timestamp.self)
    try check(times, most: try ActionLimits.most(.posts, for: actor, in: tx), .posts, at: tx.now)
  }

  /// It may go on once the oldest that stands in the way is a day old.
  private static func check(_ times: [Timestamp], most: Int, _ limit: ForumError.Limit, at now: Timestamp) throws {
    guard times.count >= most else { return }
    // Where nothing may be done at all there is no oldest.
    let until = most > 0 ? times[times.count - most] : times.last
    throw ForumError.tooSoon(limit, until: (until ?? now) + .days(1))
  }
}
