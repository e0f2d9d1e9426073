package import Database

/// Lets each member wait between two replies in a topic that grew heated; who looks after it does not wait.
package struct SlowTopic: Sendable {
  /// Seconds; 0 is no wait.
  package static let choices = [0, 60, 600, 3600]
  let topic: TopicID
  let seconds: Int

  /// Throws `choiceUnknown` for another wait than ``choices``.
  package init(_ topic: TopicID, seconds: Int) throws(Problem) {
    guard Self.choices.contains(seconds) else { throw Problem(.choiceUnknown) }
    self.topic = topic
    self.seconds = seconds
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard let head = try TopicHead.find(topic, for: actor.viewer, in: tx), !head.isDeleted else { throw ForumError.notFound }
    guard actor.may(.closeAny, in: head.categoryID) else { throw ForumError.forbidden(.notAllowed) }
    guard head.slowSeconds != seconds else { return }
    try tx.run("UPDATE topic SET slow_seconds = \(seconds) WHERE id = \(topic)")
    try tx.log(
      Act(
        .slow, by: .person(actor.id), category: head.categoryID, topic: topic, member: head.authorID,
        detail: "\(head.slowSeconds) to \(seconds)"))
  }

  /// Throws ``ForumError/tooSoon(_:until:)`` where the actor wrote in the topic a moment ago.
  static func check(_ topic: TopicID, _ seconds: Int, _ actor: Actor, in category: CategoryID, tx: Transaction) throws {
    if seconds == 0 || actor.may(.closeAny, in: category) { return }
    let wait = Span.seconds(Int64(seconds))
    let last: Timestamp? = try tx.value(
      """
      SELECT created_at FROM post WHERE topic_id = \(topic) AND author_id = \(actor.id) AND created_at > \(tx.now - wait)
      ORDER BY created_at DESC LIMIT 1
      """)
    if let last { throw ForumError.tooSoon(.slow, until: last + wait) }
  }
}
