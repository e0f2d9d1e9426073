package import Database

/// Says that a topic repeats another: at once by who may confirm it, else as a proposal that waits for them.
package struct ProposeDuplicate: Sendable {
  let topic: TopicID
  let original: TopicID
  package init(_ topic: TopicID, of original: TopicID) { (self.topic, self.original) = (topic, original) }

  /// Answers whether it holds already. Throws ``ForumError/invalid(_:)`` `topicUnknown` beside `original` for a topic that the actor does not
  /// see, or that leads back here.
  package func perform(by actor: Actor, in tx: Transaction) throws -> Bool {
    let category = try TidiedTopic.category(of: topic, for: actor.viewer, in: tx)
    guard actor.may(.proposeDuplicates, in: category) else { throw ForumError.forbidden(.notAllowed) }
    let target = try end(for: actor.viewer, in: tx)
    guard actor.may(.confirmDuplicates, in: category) else {
      try tx.run(
        """
        INSERT INTO duplicate_proposal (topic_id, original_id, member_id, at) VALUES (\(topic), \(target), \(actor.id), \(tx.now))
        ON CONFLICT (topic_id) DO UPDATE SET original_id = excluded.original_id, member_id = excluded.member_id, at = excluded.at
        """)
      return false
    }
    try Repetition.set(topic, of: target, by: actor, in: tx)
    return true
  }

  /// Where the original repeats another topic itself, that one is meant.
  private func end(for viewer: Viewer, in tx: Transaction) throws -> TopicID {
    func find(_ id: TopicID) throws -> (id: TopicID, next: TopicID?)? {
      try tx.first("SELECT topic.id, topic.duplicate_of FROM topic WHERE topic.id = \(id) AND \(Visibility.standing(viewer))") { row in
        (try row.next(), try row.next())
      }
    }
    var found = try find(original)
    if let next = found?.next { found = try find(next) }
    guard let target = found?.id, target != topic else { throw ForumError.invalid("original", .topicUnknown) }
    return target
  }
}

/// Confirms what was proposed, or puts it aside.
package struct SettleDuplicate: Sendable {
  let topic: TopicID
  let isRight: Bool
  package init(_ topic: TopicID, isRight: Bool) { (self.topic, self.isRight) = (topic, isRight) }

  /// Throws ``ForumError/conflict(_:)`` `alreadyDone` where nothing is proposed any more.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try TidiedTopic.category(of: topic, for: actor.viewer, in: tx)
    guard actor.may(.confirmDuplicates, in: category) else { throw ForumError.forbidden(.notAllowed) }
    guard let proposal = try DuplicateProposal.find(topic, in: category, for: actor.viewer, in: tx) else {
      throw ForumError.conflict(.alreadyDone)
    }
    if isRight { return try Repetition.set(topic, of: proposal.original.id, by: actor, in: tx) }
    try tx.run("DELETE FROM duplicate_proposal WHERE topic_id = \(topic)")
  }
}

/// Takes back that a topic repeats another.
package struct EndDuplicate: Sendable {
  let topic: TopicID
  package init(_ topic: TopicID) { self.topic = topic }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try TidiedTopic.category(of: topic, for: actor.viewer, in: tx)
    guard actor.may(.confirmDuplicates, in: category) else { throw ForumError.forbidden(.notAllowed) }
    try Repetition.set(topic, of: nil, by: actor, in: tx)
  }
}

/// The one way to the line "repeats".
private enum Repetition {
  static func set(_ topic: TopicID, of original: TopicID?, by actor: Actor, in tx: Transaction) throws {
    try tx.run("DELETE FROM duplicate_proposal WHERE topic_id = \(topic)")
    try tx.run("UPDATE topic SET duplicate_of = \(original) WHERE id = \(topic)")
    // What led to this one leads on, so that nobody is sent twice.
    if let original { try tx.run("UPDATE topic SET duplicate_of = \(original) WHERE duplicate_of = \(topic) AND id <> \(original)") }
    let category: CategoryID? = try tx.value("SELECT category_id FROM topic WHERE id = \(topic)")
    try tx.log(
      Act(.duplicate, by: .person(actor.id), category: category, topic: topic, detail: original.map { "of \($0.rawValue)" } ?? "ended"))
    try tx.record(Event(.topicEdited, actor: actor.id, topic: topic))
  }
}
