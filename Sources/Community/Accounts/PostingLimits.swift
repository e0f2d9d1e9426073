package import Database

/// What new accounts may write, so that a stranger can ask at once and a spammer cannot go on.
///
/// Until the mailed link is followed: one topic, and replies in own topics. Until settled: 3 topics and 10 replies a day. Then 20 and 100.
/// Called inside the write that posts, which makes the caps exact.
package enum PostingLimits {
  /// Throws ``ForumError/forbidden(_:)`` `verifyFirst` or ``ForumError/tooSoon(_:until:)``.
  package static func checkMayOpenTopic(_ actor: Actor, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    guard actor.viewer.isVerified else {
      if try tx.exists("SELECT 1 FROM topic WHERE author_id = \(actor.id)") { throw ForumError.forbidden(.verifyFirst) }
      return
    }
    let times = try tx.values(
      "SELECT created_at FROM topic WHERE author_id = \(actor.id) AND created_at > \(tx.now - .days(1)) ORDER BY created_at",
      as: Timestamp.self)
    try check(times, most: actor.viewer.isSettled ? 20 : 3, .topics)
  }

  /// For replies, answers and remarks. Throws as ``checkMayOpenTopic(_:in:)``.
  package static func checkMayReply(_ actor: Actor, topicAuthor: MemberID, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    guard actor.viewer.isVerified || topicAuthor == actor.id else { throw ForumError.forbidden(.verifyFirst) }
    let times = try tx.values(
      """
      SELECT created_at FROM post WHERE author_id = \(actor.id) AND created_at > \(tx.now - .days(1)) AND kind <> 'opening'
      ORDER BY created_at
      """, as: Timestamp.self)
    try check(times, most: actor.viewer.isSettled ? 100 : 10, .posts)
  }

  /// It may go on once the oldest that stands in the way is a day old.
  private static func check(_ times: [Timestamp], most: Int, _ limit: ForumError.Limit) throws {
    if times.count >= most { throw ForumError.tooSoon(limit, until: times[times.count - most] + .days(1)) }
  }
}
