package import Database

/// What a moderator does to a post of somebody else, on the record: its author is told what, why and by whom.
package struct ModeratePost: Sendable {
  package enum Wanted: String, Sendable, CaseIterable { case hide, show, delete, restore }
  let post: PostID
  let wanted: Wanted
  let why: Why

  /// The rule, what is said to the author, and what among moderators.
  package struct Why: Sendable {
    package let rule: ActRule
    package let words: PlainNote
    package let note: PlainNote

    package init(rule: ActRule, words: PlainNote, note: PlainNote) {
      self.rule = rule
      self.words = words
      self.note = note
    }

    /// Without a word, as where an act takes another back.
    static func silent(_ rule: ActRule = .none) -> Why { Why(rule: rule, words: .none, note: .none) }
  }

  package init(_ post: PostID, _ wanted: Wanted, why: Why) {
    self.post = post
    self.wanted = wanted
    self.why = why
  }

  /// Answers the act; nil where the post was so already. Throws ``ForumError/notFound`` for what the actor does not see.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> ActID? {
    try perform(by: actor, undoes: nil, batch: nil, in: tx)
  }

  func perform(by actor: Actor, undoes: ActID?, batch: ActID?, in tx: Transaction) throws -> ActID? {
    let old = try PostForChange.find(post, for: actor.viewer, in: tx)
    let needed: Action = wanted == .hide || wanted == .show ? .hideAny : .deleteAny
    guard actor.may(needed, in: old.category) else { throw ForumError.forbidden(.notAllowed) }
    let event: Event.Kind
    switch wanted {
    case .hide:
      guard !old.isHidden else { return nil }
      try PostStanding.hide(old, post: post, in: tx)
      event = .postHidden
    case .show:
      guard old.isHidden else { return nil }
      try PostStanding.show(old, post: post, in: tx)
      event = .postShown
    case .delete:
      guard old.deletedAt == nil else { return nil }
      try PostStanding.delete(old, post: post, by: actor.id, in: tx)
      event = .postDeleted
    case .restore:
      guard old.deletedAt != nil else { return nil }
      try PostStanding.restore(old, post: post, in: tx)
      event = .postRestored
    }
    try tx.record(Event(event, actor: actor.id, member: old.author, topic: old.topic, post: post))
    return try Self.log(wanted.kind, of: old, post, by: actor, why, undoes: undoes, batch: batch, in: tx)
  }

  /// Puts an act on a post on the record and tells its author, unless they did it themselves. Of a report that was dismissed, and of a
  /// dismissal that was taken back, they never learn.
  static func log(
    _ kind: ActKind, of old: PostForChange, _ post: PostID, by actor: Actor, _ why: Why, undoes: ActID? = nil, batch: ActID? = nil,
    detail: String = "", in tx: Transaction
  ) throws -> ActID {
    let act = try tx.log(
      Act(
        kind, by: .person(actor.id), rule: why.rule, category: old.category, topic: old.topic, post: post, member: old.author,
        undoes: undoes,
        batch: batch, detail: detail, words: why.words.text, note: why.note.text))
    if old.author != actor.id, ![.dismiss, ActKind.dismiss.opposite].contains(kind) {
      try Decision.tell(old.author, of: act, by: actor.id, in: tx)
    }
    return act
  }
}

extension ModeratePost.Wanted {
  var kind: ActKind {
    switch self {
    case .hide: .hide
    case .show: .show
    case .delete: .delete
    case .restore: .restore
    }
  }

  /// What takes it back.
  var opposite: ModeratePost.Wanted {
    switch self {
    case .hide: .show
    case .show: .hide
    case .delete: .restore
    case .restore: .delete
    }
  }
}
