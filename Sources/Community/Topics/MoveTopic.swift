package import Database

/// Puts a topic into another category, with all that is in it.
package struct MoveTopic: Sendable {
  let topic: TopicID
  let category: CategoryID
  package init(_ topic: TopicID, to category: CategoryID) { (self.topic, self.category) = (topic, category) }

  /// Answers the act; nil where it lies there already. Throws `categoryUnknown` for one the actor cannot open topics in.
  @discardableResult package func perform(by actor: Actor, why: ModeratePost.Why = .silent(), in tx: Transaction) throws -> ActID? {
    let moved = try MovableTopic.find(topic, by: actor, in: tx)
    guard moved.category != category else { return nil }
    guard try tx.exists("SELECT 1 FROM category WHERE category.id = \(category) AND \(Visibility.opensTopics(actor.viewer))") else {
      throw ForumError.invalid("category", .categoryUnknown)
    }
    let wasPublic: Bool = try tx.value("SELECT was_public FROM topic WHERE id = \(topic)") ?? false
    let act = try tx.log(
      Act(
        .move, by: .person(actor.id), rule: why.rule, category: category, topic: topic, member: moved.author,
        detail: "from \(moved.category.rawValue) \(wasPublic ? 1 : 0)", words: why.words.text, note: why.note.text))
    try Self.put(topic, from: moved.category, to: category, in: tx)
    try tx.run(
      """
      UPDATE topic SET was_public = was_public OR EXISTS (
        SELECT 1 FROM category_access WHERE category_id = \(category) AND role = \(Role.visitor) AND may_see) WHERE id = \(topic)
      """)
    try tx.run(
      """
      INSERT INTO history_line (topic_id, after_number, kind, actor_id, at)
      SELECT id, last_number, 'categoryChanged', \(actor.id), \(tx.now) FROM topic WHERE id = \(topic)
      """)
    if moved.author != actor.id { try Decision.tell(moved.author, of: act, by: actor.id, in: tx) }
    try tx.record(Event(.topicMoved, actor: actor.id, topic: topic))
    return act
  }

  private static func put(_ topic: TopicID, from old: CategoryID, to new: CategoryID, in tx: Transaction) throws {
    try tx.run("UPDATE topic SET category_id = \(new) WHERE id = \(topic)")
    try tx.run("UPDATE category SET topic_count = topic_count - 1 WHERE id = \(old)")
    try tx.run("UPDATE category SET topic_count = topic_count + 1 WHERE id = \(new)")
    try SearchIndex.move(topic, in: tx)
  }

  static func takeBack(_ act: ActID, _ topic: TopicID, detail: String, in tx: Transaction) throws {
    let facts = detail.split(separator: " ")
    guard facts.count == 3, let old = CategoryID(facts[1]),
      let now: CategoryID = try tx.value("SELECT category_id FROM topic WHERE id = \(topic)")
    else { throw ForumError.notFound }
    try put(topic, from: now, to: old, in: tx)
    try tx.run("UPDATE topic SET was_public = \(facts[2] == "1") WHERE id = \(topic)")
    try tx.run(
      """
      DELETE FROM history_line WHERE topic_id = \(topic) AND kind = 'categoryChanged' AND at = (SELECT act.at FROM act WHERE act.id = \(act))
      """)
  }
}
