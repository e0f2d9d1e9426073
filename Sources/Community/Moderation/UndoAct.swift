package import Database

/// A text as it was before it was masked, made ready outside of the write.
package struct MendedText: Sendable {
  let body: PostBody
  let version: Int

  package init(body: PostBody, version: Int) {
    self.body = body
    self.version = version
  }
}

/// Takes an act back within a day, and everything that was done by the same press; what it had settled waits in the queue again.
package struct UndoAct: Sendable {
  package static let offered = Span.hours(24)
  let act: ActID
  package init(_ act: ActID) { self.act = act }

  /// Throws ``ForumError/forbidden(_:)`` `undoTooLate`, ``ForumError/conflict(_:)`` `alreadyDone` where it was taken back before.
  @discardableResult package func perform(by actor: Actor, mending: MendedText? = nil, in tx: Transaction) throws -> ActID {
    try perform(by: actor, isLate: false, words: .none, mending: mending, in: tx)
  }

  func perform(by actor: Actor, isLate: Bool, words: PlainNote, mending: MendedText?, in tx: Transaction) throws -> ActID {
    let rest = try tx.values("SELECT id FROM act WHERE batch = \(act) ORDER BY id", as: ActID.self)
    let undoing = try undo(act, by: actor, isLate: isLate, words: words, mending: mending, batch: nil, in: tx)
    for other in rest where try !isUndone(other, in: tx) {
      _ = try undo(other, by: actor, isLate: isLate, words: .none, mending: nil, batch: undoing, in: tx)
    }
    return undoing
  }

  private func isUndone(_ act: ActID, in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM act WHERE undoes = \(act)") }

  private func undo(
    _ id: ActID, by actor: Actor, isLate: Bool, words: PlainNote, mending: MendedText?, batch: ActID?, in tx: Transaction
  ) throws -> ActID {
    guard let done = try DoneAct.find(id, in: tx), done.actor != nil else { throw ForumError.notFound }
    if try isUndone(id, in: tx) { throw ForumError.conflict(.alreadyDone) }
    if !isLate, tx.now - done.at >= Self.offered { throw ForumError.forbidden(.undoTooLate) }
    let undoing = try reverse(done, id, by: actor, words: words, mending: mending, batch: batch, in: tx)
    try tx.record(Event(.actTakenBack, actor: actor.id, detail: String(id.rawValue)))
    // What it had settled is not settled any more.
    let reopened = try tx.values(
      """
      UPDATE review SET settled_at = NULL, settled_by = NULL, settled_act = NULL
      WHERE settled_act = \(id) AND act_id IS NULL AND NOT EXISTS (SELECT 1 FROM review standing WHERE standing.settled_at IS NULL
        AND standing.act_id IS NULL AND (standing.post_id = review.post_id OR standing.part_id = review.part_id
          OR standing.member_id = review.member_id))
      RETURNING id
      """, as: ReviewID.self)
    if !reopened.isEmpty {
      try tx.run("UPDATE report SET upheld = NULL WHERE review_id \(anyOf: reopened)")
      try ToldReport.takeBack(reopened, in: tx)
    }
    return undoing
  }

  private func reverse(
    _ done: DoneAct, _ id: ActID, by actor: Actor, words: PlainNote, mending: MendedText?, batch: ActID?, in tx: Transaction
  ) throws -> ActID {
    let why = ModeratePost.Why(rule: .none, words: words, note: .none)
    switch done.kind {
    case .hide, .show, .delete, .restore, .release, .dismiss, .mask:
      guard let post = done.post else { return try reverseForMember(done, id, by: actor, words: words, batch: batch, in: tx) }
      let old = try PostForChange.find(post, for: actor.viewer, in: tx)
      guard actor.may(.hideAny, in: old.category) else { throw ForumError.forbidden(.notAllowed) }
      // What somebody else decided about their own post is not theirs to lift.
      guard old.author != actor.id || done.actor == actor.id else { throw ForumError.forbidden(.notAllowed) }
      switch done.kind {
      // Held before, it is held again.
      case .hide where done.detail != "held": try PostStanding.show(old, post: post, in: tx)
      case .show, .release: try PostStanding.hide(old, post: post, in: tx)
      case .delete: if old.deletedAt != nil { try PostStanding.restore(old, post: post, in: tx) }
      case .restore: if old.deletedAt == nil { try PostStanding.delete(old, post: post, by: actor.id, in: tx) }
      case .mask:
        guard let mending else { throw ForumError.conflict(.editedMeanwhile) }
        try EditPost(post: post, body: mending.body, heading: nil, version: mending.version).perform(by: actor, in: tx)
      default: break
      }
      return try ModeratePost.log(done.kind.opposite, of: old, post, by: actor, why, undoes: id, batch: batch, in: tx)
    case .move, .merge, .split, .duplicate: return try reverseMove(done, id, by: actor, words: words, batch: batch, in: tx)
    default: return try reverseForMember(done, id, by: actor, words: words, batch: batch, in: tx)
    }
  }

  private func reverseMove(
    _ done: DoneAct, _ id: ActID, by actor: Actor, words: PlainNote, batch: ActID?, in tx: Transaction
  ) throws -> ActID {
    guard let topic = done.topic, let head = try TopicHead.find(topic, for: actor.viewer, in: tx) else { throw ForumError.notFound }
    guard actor.may(.moveAny, in: head.categoryID), try mayPutBack(done, by: actor, in: tx) else { throw ForumError.forbidden(.notAllowed) }
    switch done.kind {
    case .move: try MoveTopic.takeBack(id, topic, detail: done.detail, in: tx)
    case .merge: try MergeTopics.takeBack(id, topic, detail: done.detail, in: tx)
    case .split: try SplitTopic.takeBack(id, topic, detail: done.detail, in: tx)
    default: try MarkDuplicate.takeBack(id, topic, detail: done.detail, in: tx)
    }
    let undoing = try tx.log(
      Act(
        .putBack, by: .person(actor.id), category: head.categoryID, topic: topic, member: done.member, undoes: id, batch: batch,
        words: words.text))
    if let member = done.member, member != actor.id { try Decision.tell(member, of: undoing, by: actor.id, in: tx) }
    return undoing
  }

  /// Whether the actor has a say where it goes back to, or comes back from: nobody puts texts where they could not have put them.
  private func mayPutBack(_ done: DoneAct, by actor: Actor, in tx: Transaction) throws -> Bool {
    let facts = done.detail.split(separator: " ").dropFirst()
    let other: CategoryID? =
      switch done.kind {
      case .move: facts.first.flatMap { CategoryID($0) }
      case .merge, .split:
        try facts.first.flatMap { TopicID($0) }.flatMap { try tx.value("SELECT category_id FROM topic WHERE id = \($0)") }
      default: nil
      }
    guard let other, !actor.may(.moveAny, in: other) else { return true }
    return try tx.exists("SELECT 1 FROM category WHERE category.id = \(other) AND \(Visibility.opensTopics(actor.viewer))")
  }

  private func reverseForMember(
    _ done: DoneAct, _ id: ActID, by actor: Actor, words: PlainNote, batch: ActID?, in tx: Transaction
  ) throws -> ActID {
    guard actor.may(.restrictMembers), let member = done.member else { throw ForumError.forbidden(.notAllowed) }
    try RestrictMember.checkMayRelieve(member, by: actor, in: tx)
    let earlier = Int64(done.detail.dropFirst("before ".count)).map { Timestamp(milliseconds: $0) }
    switch done.kind {
    case .silence: try tx.run("UPDATE member SET silenced_until = \(earlier) WHERE id = \(member)")
    case .suspend: try tx.run("UPDATE member SET suspended_until = \(earlier) WHERE id = \(member)")
    case .warn, .dismiss, .keep: break
    case .release: try tx.run("UPDATE member SET held_at = \(tx.now) WHERE id = \(member)")
    default: throw ForumError.forbidden(.notAllowed)
    }
    let undoing = try tx.log(
      Act(done.kind.opposite, by: .person(actor.id), member: member, undoes: id, batch: batch, words: words.text))
    if done.kind.takesSecondLook { try Decision.tell(member, of: undoing, by: actor.id, in: tx) }
    return undoing
  }
}

/// An act of the log, for who takes it back.
struct DoneAct: SQLRow {
  let kind: ActKind
  let at: Timestamp
  let actor: MemberID?
  let topic: TopicID?
  let post: PostID?
  let member: MemberID?
  let detail: String

  init(_ row: inout Row) throws {
    kind = try row.next()
    at = try row.next()
    actor = try row.next()
    topic = try row.next()
    post = try row.next()
    member = try row.next()
    detail = try row.next()
  }

  /// Whom it was about is who they are now: an account may have become another since.
  static func find(_ act: ActID, in tx: Transaction) throws -> DoneAct? {
    try tx.first("SELECT kind, at, actor_id, topic_id, post_id, \(Act.now("member_id")), detail FROM act WHERE id = \(act)")
  }
}

extension ActKind {
  /// What taking it back is called in the log.
  var opposite: ActKind {
    switch self {
    case .hide: .show
    case .show: .hide
    case .delete: .restore
    case .restore: .delete
    case .mask: .unmask
    case .release: .hold
    case .close: .open
    case .open: .close
    case .warn: .unwarn
    case .silence: .endSilence
    case .suspend: .endSuspension
    default: .note
    }
  }
}

extension ActKind {
  /// Whether an act of it is offered to be taken back.
  package var canBeTakenBack: Bool {
    switch self {
    case .hide, .show, .delete, .restore, .mask, .warn, .silence, .suspend, .dismiss, .release, .move, .merge, .split, .duplicate: true
    default: false
    }
  }
}
