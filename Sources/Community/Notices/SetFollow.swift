package import Database

/// Chooses how much to hear of something. What is not seen cannot be followed.
package struct SetFollow: Sendable {
  /// Nobody needs more, and every list of them stays short.
  package static let most = 500
  package let target: FollowTarget
  package let level: FollowLevel

  package init(_ target: FollowTarget, _ level: FollowLevel) {
    self.target = target
    self.level = level
  }

  /// Throws ``ForumError/notFound`` for what the actor may not see, and ``ForumError/forbidden(_:)`` `followsFull`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard try target.named(for: actor.viewer, in: tx) != nil else { throw ForumError.notFound }
    try ActionLimits.count(.follows, .follows, by: actor, in: tx)
    guard target != .member(actor.id) else { throw ForumError.forbidden(.notAllowed) }
    // For a topic "normal" is a choice too: it counts against what was chosen for the category.
    if level == .normal, target.kind != .topic {
      try tx.run("DELETE FROM follow WHERE member_id = \(actor.id) AND kind = \(target.kind) AND target_id = \(target.number)")
      return
    }
    let others: Int =
      try tx.value(
        "SELECT count(*) FROM follow WHERE member_id = \(actor.id) AND NOT (kind = \(target.kind) AND target_id = \(target.number))") ?? 0
    guard others < Self.most else { throw ForumError.forbidden(.followsFull) }
    try tx.run(
      """
      INSERT INTO follow (member_id, kind, target_id, level, at)
      VALUES (\(actor.id), \(target.kind), \(target.number), \(level), \(tx.now))
      ON CONFLICT (member_id, kind, target_id) DO UPDATE SET level = excluded.level
      """)
  }
}
