package import Database

/// Takes something out of the queue into one's hands, so that two people do not read the same. It falls back after ten minutes.
package struct ClaimReview: Sendable {
  let review: ReviewID
  package init(_ review: ReviewID) { self.review = review }

  /// Throws ``ForumError/conflict(_:)`` `decidedAlready` or `claimed` where somebody was faster.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard let row = try ReviewQueue.find(review, for: actor, in: tx) else { throw ForumError.notFound }
    if row.isSettled { throw ForumError.conflict(.decidedAlready) }
    let claimed = try tx.run(
      """
      UPDATE review SET claimed_by = \(actor.id), claimed_at = \(tx.now)
      WHERE id = \(review) AND settled_at IS NULL
        AND (claimed_by IS NULL OR claimed_by = \(actor.id) OR claimed_at <= \(tx.now - ReviewQueue.claimLasts))
      """)
    guard claimed > 0 else { throw ForumError.conflict(.claimed) }
  }

  /// Takes the first thing nobody has in hand. Nil where nothing waits.
  package static func next(for actor: Actor, in tx: Transaction) throws -> ReviewID? {
    let free = try ReviewQueue.open(for: actor, in: tx).first { row in
      row.claim.map { $0.member == actor.id || $0.at <= tx.now - ReviewQueue.claimLasts } ?? true
    }
    guard let free else { return nil }
    try ClaimReview(free.id).perform(by: actor, in: tx)
    return free.id
  }

  /// Puts something nobody reported into the queue, and takes it in hand; what somebody else has in hand stays theirs, and its page says so. Throws
  /// ``ForumError/notFound`` for what is not the actor's to decide on.
  package static func take(_ subject: ReviewSubject, by actor: Actor, in tx: Transaction) throws -> ReviewID {
    switch subject {
    case .post(let post):
      guard try actor.may(.decide, in: PostForChange.find(post, for: actor.viewer, in: tx).category) else { throw ForumError.notFound }
    case .member(let member):
      guard actor.may(.decide), try tx.exists("SELECT 1 FROM member WHERE id = \(member)") else { throw ForumError.notFound }
    case .part: throw ForumError.notFound
    }
    let review = try Review.open(subject, .reported, .none, weight: 0, in: tx)
    do { try ClaimReview(review).perform(by: actor, in: tx) } catch ForumError.conflict(.claimed) {}
    return review
  }

  /// Lets go of it. What nobody reported and no machine held leaves the queue.
  package static func release(_ review: ReviewID, by actor: Actor, in tx: Transaction) throws {
    let idle = try tx.values(
      """
      SELECT review.id FROM review WHERE review.id = \(review) AND review.claimed_by = \(actor.id) AND review.settled_at IS NULL
        AND review.cause = 'reported' AND NOT EXISTS (SELECT 1 FROM report WHERE report.review_id = review.id)
      """, as: ReviewID.self)
    if !idle.isEmpty {
      try tx.run("DELETE FROM review_evidence WHERE review_id = \(review)")
      try tx.run("DELETE FROM review WHERE id = \(review)")
    }
    try tx.run("UPDATE review SET claimed_by = NULL, claimed_at = NULL WHERE id = \(review) AND claimed_by = \(actor.id)")
  }
}
