package import Database

/// Keeps what somebody is writing. A text that another page has saved meanwhile is never written over without a word.
package struct SaveDraft: Sendable {
  /// The most drafts one member has.
  package static let most = 100
  /// The most discarded ones of a member that wait for being brought back.
  private static let mostDiscarded = 20
  /// About two a second: as much as somebody can cause who types in several windows.
  private static let limit = AttemptLimit(.drafts, most: 120, per: .minutes(1))
  package let place: DraftPlace
  package let text: DraftText
  package let stamp: DraftStamp

  package init(_ text: DraftText, at place: DraftPlace, stamp: DraftStamp) {
    self.place = place
    self.text = text
    self.stamp = stamp
  }

  /// What became of it.
  package enum Outcome: Sendable, Equatable {
    case saved(Draft)
    /// Another page saved this one in the meantime; nothing was changed.
    case newer(Draft)
    /// Nothing is written here, so nothing is kept.
    case blank
    /// This very page has sent the text already.
    case sent
    /// The text is longer than it may become, or there are too many drafts.
    case tooLong, tooMany
  }

  package func perform(by actor: Actor, in tx: Transaction) throws -> Outcome {
    if text.isTooLong { return .tooLong }
    try Self.limit.count("member \(actor.id.rawValue)", in: tx)
    let here = place.rows(of: actor.id)
    if try !stamp.hand.isEmpty && tx.exists("SELECT 1 FROM draft WHERE \(here) AND state = 'sent' AND hand = \(stamp.hand)") {
      return .sent
    }
    if text.isBlank { return try blank(by: actor, in: tx) }
    let isNew = try !tx.exists("SELECT 1 FROM draft WHERE \(here) AND state = 'kept'")
    if try isNew && tx.value("SELECT count(*) FROM draft WHERE member_id = \(actor.id) AND state = 'kept'") ?? 0 >= Self.most {
      return .tooMany
    }
    if let saved = try save(by: actor, in: tx) { return .saved(saved) }
    return try Draft.find(place, of: actor.viewer, in: tx).map(Outcome.newer) ?? .blank
  }

  /// Nil when another page wrote last.
  private func save(by actor: Actor, in tx: Transaction) throws -> Draft? {
    try tx.first(
      """
      INSERT INTO draft (member_id, kind, target, state, version, hand, title, body, category, tags, topic_kind, reply_to, post_version,
        saved_at)
      VALUES (\(actor.id), \(place.kind), \(place.target), 'kept',
        (SELECT coalesce(MAX(draft.version), 0) + 1 FROM draft WHERE \(place.rows(of: actor.id))), \(stamp.hand), \(text.title), \(text.body),
        \(text.category), \(text.tags), \(text.topicKind), \(text.replyTo), \(text.postVersion), \(tx.now))
      ON CONFLICT (member_id, kind, target) WHERE state = 'kept' DO UPDATE SET version = draft.version + 1, hand = excluded.hand,
        title = excluded.title, body = excluded.body, category = excluded.category, tags = excluded.tags, topic_kind = excluded.topic_kind,
        reply_to = excluded.reply_to, post_version = excluded.post_version, saved_at = excluded.saved_at
      WHERE \(stamp.wroteLast)
      RETURNING id, kind, target, version, hand, title, body, category, tags, topic_kind, reply_to, post_version, saved_at
      """)
  }

  /// Whoever empties the field has discarded what was saved, and may think again.
  private func blank(by actor: Actor, in tx: Transaction) throws -> Outcome {
    guard let draft = try Draft.find(place, of: actor.viewer, in: tx) else { return .blank }
    let discarded = try tx.run(
      """
      UPDATE draft SET state = 'discarded', hand = '', saved_at = \(tx.now)
      WHERE \(place.rows(of: actor.id)) AND state = 'kept' AND \(stamp.wroteLast)
      """)
    if discarded == 0 { return .newer(draft) }
    try Self.forgetDiscarded(of: actor.id, in: tx)
    return .blank
  }

  static func forgetDiscarded(of member: MemberID, in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM draft WHERE member_id = \(member) AND state = 'discarded' AND id NOT IN (
        SELECT id FROM draft WHERE member_id = \(member) AND state = 'discarded' ORDER BY saved_at DESC, id DESC LIMIT \(mostDiscarded))
      """)
  }
}

/// Lets go of a draft in the same write in which its text became a post.
package struct SendDraft: Sendable {
  package let place: DraftPlace
  package let stamp: DraftStamp
  package init(_ place: DraftPlace, stamp: DraftStamp) {
    self.place = place
    self.stamp = stamp
  }

  /// What another page saved meanwhile stays: it is another text. A save of this page that is still on its way finds that it is late.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let sent = try tx.run(
      """
      UPDATE draft SET state = 'sent', hand = \(stamp.hand), title = '', body = '', category = '', tags = '', topic_kind = '',
        reply_to = NULL, post_version = NULL, saved_at = \(tx.now)
      WHERE \(place.rows(of: actor.id)) AND state = 'kept' AND \(stamp.wroteLast)
      """)
    guard sent == 0, !stamp.hand.isEmpty else { return }
    try tx.run(
      """
      INSERT INTO draft (member_id, kind, target, state, version, hand, title, body, category, tags, topic_kind, saved_at)
      VALUES (\(actor.id), \(place.kind), \(place.target), 'sent', \(stamp.version), \(stamp.hand), '', '', '', '', '', \(tx.now))
      """)
  }
}
