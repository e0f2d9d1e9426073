package import Database

/// Says that a question repeats another: it is closed and leads there, and who waits for an answer hears of that one too.
package struct MarkDuplicate: Sendable {
  let topic: TopicID
  let original: TopicID
  package init(_ topic: TopicID, of original: TopicID) { (self.topic, self.original) = (topic, original) }

  /// Throws ``ForumError/invalid(_:)`` beside the field `target` for what it cannot repeat.
  @discardableResult package func perform(by actor: Actor, why: ModeratePost.Why = .silent(), in tx: Transaction) throws -> ActID {
    let marked = try MovableTopic.find(topic, by: actor, in: tx)
    let isFit = try tx.exists(
      "SELECT 1 FROM topic WHERE topic.id = \(original) AND topic.duplicate_of IS NULL AND \(Visibility.standing(actor.viewer))")
    guard topic != original, isFit, try !tx.exists("SELECT 1 FROM topic WHERE duplicate_of = \(topic)") else {
      throw ForumError.invalid("target", .topicUnfit)
    }
    let before = try tx.first("SELECT duplicate_of, locked_at, locked_until FROM topic WHERE id = \(topic)") { row in
      [try row.next(Int64?.self), try row.next(Int64?.self), try row.next(Int64?.self)]
    }
    let facts = (before ?? [nil, nil, nil]).map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    let act = try tx.log(
      Act(
        .duplicate, by: .person(actor.id), rule: why.rule, category: marked.category, topic: topic, member: marked.author,
        detail: "\(original.rawValue) before \(facts)", words: why.words.text, note: why.note.text))
    try tx.run(
      "UPDATE topic SET duplicate_of = \(original), locked_at = coalesce(locked_at, \(tx.now)), locked_until = NULL WHERE id = \(topic)")
    let joined = JoinedMembers(act: act)
    try joined.bringFollowers(of: topic, to: original, in: tx)
    if marked.kind == .question { try joined.bringMeToos(of: topic, to: original, in: tx) }
    try TopicCounters.recountAll(of: original, in: tx)
    if marked.author != actor.id { try Decision.tell(marked.author, of: act, by: actor.id, in: tx) }
    try tx.record(Event(.duplicateMarked, actor: actor.id, topic: topic, detail: String(original.rawValue)))
    return act
  }

  static func takeBack(_ act: ActID, _ topic: TopicID, detail: String, in tx: Transaction) throws {
    let facts = detail.split(separator: " ")
    guard facts.count == 5, let original = TopicID(facts[0]) else { throw ForumError.notFound }
    let before = facts.dropFirst(2).map { Int64($0) }
    try tx.run(
      "UPDATE topic SET duplicate_of = \(before[0]), locked_at = \(before[1]), locked_until = \(before[2]) WHERE id = \(topic)")
    try JoinedMembers(act: act).takeBack(in: tx)
    try TopicCounters.recountAll(of: original, in: tx)
  }
}
