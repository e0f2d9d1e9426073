package import Database

/// Teaches the scorer what was decided about a post, as it stands now: a decision that was taken back is unlearnt, so that the one before it
/// counts again, and the same one twice counts once.
package enum LearnFromDecisions {
  /// The events after which something may have been decided about their post.
  package static let kinds: Set<Event.Kind> = [
    .reportSettled, .postHidden, .postShown, .postDeleted, .postRestored, .postReleased, .actTakenBack,
  ]

  package static func perform(after event: Event, in tx: Transaction) throws {
    guard let post = try post(of: event, in: tx) else { return }
    switch try lastAct(on: post, in: tx) {
    case (.hide, .spam)?, (.delete, .spam)?: try SpamLesson.learn(post, isSpam: true, in: tx)
    case (.release, _)?, (.dismiss, _)?: try SpamLesson.learn(post, isSpam: false, in: tx)
    default: try SpamLesson.forget(post, in: tx)
    }
  }

  /// Of a report that was settled the detail is the number of the review, of what was taken back that of the act.
  private static func post(of event: Event, in tx: Transaction) throws -> PostID? {
    switch event.kind {
    case .reportSettled:
      guard let review = ReviewID(event.detail) else { return nil }
      return try tx.first("SELECT post_id FROM review WHERE id = \(review)") { try $0.next(PostID?.self) } ?? nil
    case .actTakenBack:
      guard let act = ActID(event.detail) else { return nil }
      return try tx.first("SELECT post_id FROM act WHERE id = \(act)") { try $0.next(PostID?.self) } ?? nil
    default: return event.post
    }
  }

  /// What was decided about a post last and not taken back. Taking back is no decision of its own: what was decided before it stands.
  private static func lastAct(on post: PostID, in tx: Transaction) throws -> (ActKind, ActRule)? {
    try tx.first(
      """
      SELECT act.kind, act.rule FROM act
      WHERE act.post_id = \(post) AND act.kind IN ('hide', 'delete', 'show', 'restore', 'release', 'dismiss') AND act.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM act undoing WHERE undoing.undoes = act.id) ORDER BY act.id DESC LIMIT 1
      """
    ) { row in (try row.next(), try row.next()) }
  }
}
