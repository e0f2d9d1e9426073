package import Database

/// Since when the question waits that has waited longest for its first answer: what those who answer for the company see above the list.
package enum OldestWaiting {
  /// Nil when none waits, and for who is not told such things.
  package static func since(for viewer: Viewer, in tx: Transaction) throws -> Timestamp? {
    guard viewer.may(.beTold) else { return nil }
    return try tx.value(
      """
      SELECT topic.created_at FROM topic
      WHERE topic.kind = 'question' AND topic.others_count = 0 AND topic.accepted_count = 0 AND topic.solved_at IS NULL
        AND \(Visibility.inOpenCategory) AND \(Visibility.standing(viewer))
      ORDER BY topic.bumped_at, topic.id LIMIT 1
      """)
  }
}
