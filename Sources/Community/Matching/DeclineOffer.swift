package import Database

/// Does not want a question that was offered, without a reason, or takes that back. Nobody else is asked in their place, and nothing else changes.
package struct DeclineOffer: Sendable {
  /// So long it can be taken back.
  package static let undoTime = Span.hours(1)
  let topic: TopicID
  let wanted: Bool
  package init(_ topic: TopicID, wanted: Bool = true) { (self.topic, self.wanted) = (topic, wanted) }

  /// Throws ``ForumError/notFound`` where nothing was offered to them, or they do not see it any more. Done twice, it is done once.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let declined: Timestamp?? = try tx.first(
      """
      SELECT question_offer.declined_at FROM question_offer JOIN topic ON topic.id = question_offer.topic_id
      WHERE question_offer.topic_id = \(topic) AND question_offer.member_id = \(actor.id) AND \(Visibility.standing(actor.viewer))
      """
    ) { row in try row.next(Timestamp?.self) }
    guard let declined else { throw ForumError.notFound }
    guard (declined != nil) != wanted else { return }
    if let declined, declined <= tx.now - Self.undoTime { throw ForumError.forbidden(.undoTooLate) }
    try tx.run(
      "UPDATE question_offer SET declined_at = \(wanted ? tx.now : nil) WHERE topic_id = \(topic) AND member_id = \(actor.id)")
    try tx.run(
      """
      UPDATE notice SET read_at = \(tx.now)
      WHERE member_id = \(actor.id) AND topic_id = \(topic) AND kind = \(NoticeKind.offered) AND read_at IS NULL
      """)
    try tx.record(Event(.noticesRead, member: actor.id))
  }
}
