package import Database

/// Decides on something in the queue. Whoever it is about is told; whoever reported it too.
package struct Decide: Sendable {
  /// What becomes of the text.
  package enum Verdict: Sendable {
    /// It stands; what was held is let through.
    case fine
    case hide
    case delete
    /// The insult alone goes.
    case mask(MaskPost)
    /// The report is right, and nothing happens to the text: as for a message, which only its readers have.
    case upheld
  }

  let review: ReviewID
  let verdict: Verdict
  let restriction: Restriction?
  let why: ModeratePost.Why

  package init(_ review: ReviewID, _ verdict: Verdict, restriction: Restriction? = nil, why: ModeratePost.Why) {
    self.review = review
    self.verdict = verdict
    self.restriction = restriction
    self.why = why
  }

  /// Answers the act that settled it. Throws ``ForumError/conflict(_:)`` `decidedAlready` where somebody was faster.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> ActID {
    try perform(by: actor, batch: nil, in: tx)
  }

  func perform(by actor: Actor, batch: ActID?, in tx: Transaction) throws -> ActID {
    guard let row = try ReviewQueue.find(review, for: actor, in: tx) else { throw ForumError.notFound }
    if row.isSettled { throw ForumError.conflict(.decidedAlready) }
    guard row.act == nil else { throw ForumError.notFound }
    let act = try settle(row, by: actor, batch: batch, in: tx)
    if let restriction, let author = row.author {
      try requireSiteWide(actor)
      _ = try RestrictMember(author.id, restriction, rule: why.rule, words: why.words, note: why.note)
        .perform(by: actor, batch: batch ?? act, post: row.post, in: tx)
    }
    try Self.close(review, by: actor, act, isUpheld: isUpheld, in: tx)
    return act
  }

  private var isUpheld: Bool { if case .fine = verdict { false } else { true } }

  private func requireSiteWide(_ actor: Actor) throws {
    guard actor.may(.restrictMembers) else { throw ForumError.forbidden(.notAllowed) }
  }

  private func settle(_ row: ReviewRow, by actor: Actor, batch: ActID?, in tx: Transaction) throws -> ActID {
    if let post = row.post { return try settle(post, row, by: actor, batch: batch, in: tx) }
    let kind: ActKind
    switch verdict {
    case .fine where row.cause == .held:
      kind = .release
      if let member = row.member { try HeldMember.release(member, by: actor, in: tx) }
    case .fine: kind = .dismiss
    case .hide where row.member != nil:
      kind = .hide
      if let member = row.member { try RestrictMember.checkRank(of: member, against: actor, in: tx) }
      try tx.run("UPDATE member SET bio = '', bio_html = '' WHERE id = \(row.member)")
    case .hide, .delete, .mask: throw ForumError.invalid("verdict", .choiceUnknown)
    case .upheld: kind = .keep
    }
    let act = try tx.log(
      Act(
        kind, by: .person(actor.id), rule: why.rule, part: row.part, member: row.author?.id, batch: batch, words: why.words.text,
        note: why.note.text))
    if kind == .hide, let member = row.member { try Decision.tell(member, of: act, by: actor.id, in: tx) }
    return act
  }

  private func settle(_ post: PostID, _ row: ReviewRow, by actor: Actor, batch: ActID?, in tx: Transaction) throws -> ActID {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    let isHeld = row.cause == .held && old.isHidden
    switch verdict {
    case .fine, .upheld:
      if isHeld { try release(post, old, in: tx) }
      return try ModeratePost.log(isHeld ? .release : .dismiss, of: old, post, by: actor, why, batch: batch, in: tx)
    case .hide:
      guard actor.may(.hideAny, in: old.category) else { throw ForumError.forbidden(.notAllowed) }
      try PostStanding.hide(old, post: post, in: tx)
      try tx.record(Event(.postHidden, actor: actor.id, member: old.author, topic: old.topic, post: post))
      return try ModeratePost.log(.hide, of: old, post, by: actor, why, batch: batch, detail: isHeld ? "held" : "", in: tx)
    case .delete:
      let act = try ModeratePost(post, .delete, why: why).perform(by: actor, undoes: nil, batch: batch, in: tx)
      return try act ?? ModeratePost.log(.delete, of: old, post, by: actor, why, batch: batch, in: tx)
    case .mask(let mask):
      try mask.perform(old, by: actor, in: tx)
      if isHeld { try release(post, old, in: tx) }
      return try ModeratePost.log(.mask, of: old, post, by: actor, why, batch: batch, detail: "version \(old.version)", in: tx)
    }
  }

  private func release(_ post: PostID, _ old: PostForChange, in tx: Transaction) throws {
    try PostStanding.show(old, post: post, in: tx)
    // Told of as if its author had written it just now.
    try tx.record(Event(.postReleased, actor: old.author, topic: old.topic, post: post))
  }

  static func close(_ review: ReviewID, by actor: Actor, _ act: ActID, isUpheld: Bool, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE review SET settled_at = \(tx.now), settled_by = \(actor.id), settled_act = \(act), claimed_by = NULL, claimed_at = NULL
      WHERE id = \(review)
      """)
    try tx.run("UPDATE report SET upheld = \(isUpheld) WHERE review_id = \(review)")
    try tx.record(Event(.reportSettled, actor: actor.id, detail: String(review.rawValue)))
  }
}

/// New accounts that a person has to look at first.
enum HeldMember {
  static func release(_ member: MemberID, by actor: Actor, in tx: Transaction) throws {
    guard try tx.run("UPDATE member SET held_at = NULL WHERE id = \(member) AND held_at IS NOT NULL") > 0 else { return }
    try releaseQuestion(of: member, by: actor, in: tx)
    try tx.record(Event(.memberReleased, actor: actor.id, member: member))
  }
}
