package import Database

/// Takes a post away: authors their own replies at any time, their question while nobody else has answered; moderators any.
package struct DeletePost: Sendable {
  package let post: PostID
  package init(post: PostID) { self.post = post }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    guard old.deletedAt == nil else { return }
    if !actor.may(.deleteAny, in: old.category) {
      guard old.author == actor.id else { throw ForumError.forbidden(.notYours) }
      guard try old.kind != .opening || !old.hasAnswers(in: tx) else { throw ForumError.forbidden(.hasAnswers) }
    }
    try PostStanding.delete(old, post: post, by: actor.id, in: tx)
    try tx.record(Event(.postDeleted, actor: actor.id, member: old.author, topic: old.topic, post: post))
    if old.author != actor.id { _ = try ModeratePost.log(.delete, of: old, post, by: actor, .silent(.other), in: tx) }
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
    if !actor.may(.deleteAny, in: old.category) {
      guard old.author == actor.id, old.deletedBy == actor.id else { throw ForumError.forbidden(.notYours) }
      guard tx.now - deletedAt < Self.offered else { throw ForumError.forbidden(.undoTooLate) }
    }
    try PostStanding.restore(old, post: post, in: tx)
    try tx.record(Event(.postRestored, actor: actor.id, member: old.author, topic: old.topic, post: post))
    if old.author != actor.id { _ = try ModeratePost.log(.restore, of: old, post, by: actor, .silent(), in: tx) }
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
