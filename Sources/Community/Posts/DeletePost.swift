package import Database

/// Takes a post away: authors their own replies at any time, their question while nobody else has answered; moderators any.
package struct DeletePost: Sendable {
  package let post: PostID
  package init(post: PostID) { self.post = post }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard old.deletedAt == nil else { return }
    if !actor.may(.deleteAny) {
      guard old.author == actor.id else { throw ForumError.forbidden(.notYours) }
      guard try old.kind != .opening || !old.hasAnswers(in: tx) else { throw ForumError.forbidden(.hasAnswers) }
    }
    try tx.run("UPDATE post SET deleted_at = \(tx.now), deleted_by = \(actor.id) WHERE id = \(post)")
    try PostRemoval.follow(old, post: post, isRemoved: true, by: actor, in: tx)
    try tx.record(Event(.postDeleted, actor: actor.id, member: old.author, topic: old.topic, post: post))
  }
}

/// Brings a deleted post back: authors what they deleted themselves within a day, moderators any.
package struct RestorePost: Sendable {
  package static let offered = Span.hours(24)
  package let post: PostID
  package init(post: PostID) { self.post = post }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard let deletedAt = old.deletedAt else { return }
    if !actor.may(.deleteAny) {
      guard old.author == actor.id, old.deletedBy == actor.id else { throw ForumError.forbidden(.notYours) }
      guard tx.now - deletedAt < Self.offered else { throw ForumError.forbidden(.undoTooLate) }
    }
    try tx.run("UPDATE post SET deleted_at = NULL, deleted_by = NULL WHERE id = \(post)")
    try PostRemoval.follow(old, post: post, isRemoved: false, by: actor, in: tx)
    try tx.record(Event(.postRestored, actor: actor.id, member: old.author, topic: old.topic, post: post))
  }
}

/// What follows in counters and the topic when a post goes or comes back.
enum PostRemoval {
  static func follow(_ old: PostForChange, post: PostID, isRemoved: Bool, by actor: Actor, in tx: Transaction) throws {
    let step = isRemoved ? -1 : 1
    try tx.run("UPDATE member SET post_count = post_count + \(step) WHERE id = \(old.author)")
    switch old.kind {
    case .remark: try tx.run("UPDATE post SET remark_count = remark_count + \(step) WHERE id = \(old.parent)")
    case .answer, .reply:
      try TopicCounters.recountPosts(of: old.topic, in: tx)
      try TopicCounters.recountAccepted(of: old.topic, in: tx)
      try tx.run(
        """
        UPDATE member SET accepted_count = accepted_count + \(step)
        WHERE id = \(old.author) AND EXISTS (SELECT 1 FROM acceptance WHERE post_id = \(post))
        """)
    case .opening:
      try tx.run(
        """
        UPDATE topic SET deleted_at = \(isRemoved ? tx.now : nil), deleted_by = \(isRemoved ? actor.id : nil) WHERE id = \(old.topic)
        """)
      try tx.run("UPDATE category SET topic_count = topic_count + \(step) WHERE id = \(old.category)")
      try tx.run("UPDATE member SET topic_count = topic_count + \(step) WHERE id = \(old.author)")
      try tx.run(
        "UPDATE tag SET topic_count = topic_count + \(step) WHERE id IN (SELECT tag_id FROM topic_tag WHERE topic_id = \(old.topic))")
    }
  }
}

/// Takes the author's name off a question that others have answered and that therefore stays.
package struct TakeNameOff: Sendable {
  package let post: PostID
  package init(post: PostID) { self.post = post }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard old.author == actor.id, old.kind == .opening, old.deletedAt == nil else { throw ForumError.forbidden(.notYours) }
    guard !old.isNameless else { return }
    try tx.run("UPDATE post SET nameless = TRUE WHERE id = \(post)")
    try tx.record(Event(.nameTakenOff, actor: actor.id, topic: old.topic, post: post))
  }
}
