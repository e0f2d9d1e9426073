package import Database

/// Marks what a member was told as read, up to the newest they had before them.
package struct MarkNoticesRead: Sendable {
  /// Which of them: all, or of one thing.
  package enum Part: Sendable { case all, topic(TopicID), conversation(ConversationID), decision(ActID), report(ReviewID) }
  let part: Part
  let upTo: NoticeID
  package init(_ part: Part, upTo: NoticeID) { (self.part, self.upTo) = (part, upTo) }

  /// Answers the moment by which it can be taken back.
  package func perform(by actor: Actor, in tx: Transaction) throws -> Timestamp {
    let which: SQL =
      switch part {
      case .all: "TRUE"
      case .topic(let topic): "topic_id = \(topic)"
      case .conversation(let conversation): "part_id IN (SELECT id FROM conversation_part WHERE conversation_id = \(conversation))"
      case .decision(let act): "decision_id = \(act)"
      case .report(let review): "review_id = \(review)"
      }
    let marked = try tx.run(
      "UPDATE notice SET read_at = \(tx.now) WHERE member_id = \(actor.id) AND read_at IS NULL AND id <= \(upTo) AND \(which)")
    if marked > 0 { try tx.record(Event(.noticesRead, member: actor.id)) }
    return tx.now
  }
}

/// Takes such a mark back, for a day.
package struct MarkNoticesUnread: Sendable {
  package static let offered = Span.hours(24)
  package let readAt: Timestamp
  package init(readAt: Timestamp) { self.readAt = readAt }

  /// Throws ``ForumError/forbidden(_:)`` `undoTooLate`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard tx.now - readAt < Self.offered else { throw ForumError.forbidden(.undoTooLate) }
    let marked = try tx.run("UPDATE notice SET read_at = NULL WHERE member_id = \(actor.id) AND read_at = \(readAt)")
    if marked > 0 { try tx.record(Event(.noticesRead, member: actor.id)) }
  }
}

/// Lets go of notices that have served their time.
package struct ForgetNotices: Sendable {
  /// How long a read one is kept, and one that nobody reads.
  package static let keptRead = Span.days(90), keptUnread = Span.days(180)
  package init() {}

  package func perform(in tx: Transaction) throws {
    try tx.run("DELETE FROM notice WHERE read_at < \(tx.now - Self.keptRead)")
    try tx.run("DELETE FROM notice WHERE read_at IS NULL AND at < \(tx.now - Self.keptUnread)")
    try tx.run("DELETE FROM mail_stop WHERE expires_at <= \(tx.now)")
  }
}
