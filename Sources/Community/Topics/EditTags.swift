package import Database

/// Changes the tags of a topic and nothing else of it.
package struct EditTags: Sendable {
  let topic: TopicID
  let tags: TagChoice
  package init(of topic: TopicID, to tags: TagChoice) { (self.topic, self.tags) = (topic, tags) }

  /// Throws ``ForumError/notFound`` unless the actor sees the topic stand.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try TidiedTopic.category(of: topic, for: actor.viewer, in: tx)
    guard actor.may(.editTags, in: category) else { throw ForumError.forbidden(.notAllowed) }
    let before = try present(tx)
    try TopicTags.set(tags, on: topic, by: actor, in: tx)
    guard try present(tx) != before else { return }
    try tx.run(
      """
      INSERT INTO history_line (topic_id, after_number, kind, actor_id, at)
      SELECT topic.id, topic.last_number, \(HistoryKind.tagsChanged), \(actor.id), \(tx.now) FROM topic WHERE topic.id = \(topic)
      """)
    try tx.record(Event(.topicRetagged, actor: actor.id, topic: topic))
  }

  private func present(_ tx: Transaction) throws -> [TopicTagID] {
    try tx.values("SELECT tag_id FROM topic_tag WHERE topic_id = \(topic) ORDER BY tag_id", as: TopicTagID.self)
  }
}

/// A topic that somebody keeps in order.
enum TidiedTopic {
  /// Throws ``ForumError/notFound`` unless the viewer sees it stand.
  static func category(of topic: TopicID, for viewer: Viewer, in tx: Transaction) throws -> CategoryID {
    let category: CategoryID? = try tx.value(
      "SELECT topic.category_id FROM topic WHERE topic.id = \(topic) AND \(Visibility.standing(viewer))")
    guard let category else { throw ForumError.notFound }
    return category
  }
}
