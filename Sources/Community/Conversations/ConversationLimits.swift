import Database

/// How much somebody may write to others. Until the mailed link is followed: one private question. Until settled: three conversations begun
/// and thirty messages a day, then twenty and two hundred. Called inside the write, which makes the caps exact.
enum ConversationLimits {
  static func checkMayBegin(_ actor: Actor, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    try HeldMember.refuse(actor, in: tx)
    guard actor.viewer.isVerified else {
      if try tx.exists("SELECT 1 FROM conversation WHERE started_by = \(actor.id)") { throw ForumError.forbidden(.verifyFirst) }
      return
    }
    let times = try tx.values(
      "SELECT created_at FROM conversation WHERE started_by = \(actor.id) AND created_at > \(tx.now - .days(1)) ORDER BY created_at",
      as: Timestamp.self)
    try check(times, most: actor.viewer.isSettled ? 20 : 3, .conversations)
  }

  static func checkMayWrite(_ actor: Actor, in tx: Transaction) throws {
    if actor.may(.skipLimits) { return }
    let times = try tx.values(
      "SELECT created_at FROM conversation_part WHERE author_id = \(actor.id) AND created_at > \(tx.now - .days(1)) ORDER BY created_at",
      as: Timestamp.self)
    try check(times, most: actor.viewer.isSettled ? 200 : 30, .messages)
  }

  /// It may go on once the oldest that stands in the way is a day old.
  private static func check(_ times: [Timestamp], most: Int, _ limit: ForumError.Limit) throws {
    if times.count >= most { throw ForumError.tooSoon(limit, until: times[times.count - most] + .days(1)) }
  }
}
