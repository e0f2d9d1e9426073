package import Database

/// One line of words, at most 200 characters, such as what helped.
package struct ShortNote: Sendable, Equatable {
  package static let longest = 200
  package let text: String
  package init(_ raw: String) throws(Problem) {
    let line = oneLine(raw)
    if line.isEmpty { throw Problem(.empty) }
    if line.count > Self.longest || line.utf8.count > Self.longest * 8 { throw Problem(.tooLong, Self.longest) }
    text = line
  }
}

/// Says that a question is solved though no single answer solved it, with a line on what helped.
package struct SolveWithoutAnswer: Sendable {
  package let topic: TopicID
  package let note: ShortNote
  package init(topic: TopicID, note: ShortNote) {
    self.topic = topic
    self.note = note
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let role = try solvingRole(of: actor, on: topic, in: tx)
    let changed = try tx.run(
      """
      UPDATE topic SET solved_note = \(note.text), solved_by = \(actor.id), solved_role = \(role), solved_at = \(tx.now)
      WHERE id = \(topic) AND solved_at IS NULL
      """)
    guard changed > 0 else { throw ForumError.conflict(.alreadyDone) }
    try tx.record(Event(.solvedWithoutAnswer, actor: actor.id, topic: topic))
  }
}

/// Takes "solved without one answer" back.
package struct TakeBackSolved: Sendable {
  package let topic: TopicID
  package init(topic: TopicID) { self.topic = topic }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let role = try solvingRole(of: actor, on: topic, in: tx)
    let setBy: AcceptanceRole?? = try tx.value("SELECT solved_role FROM topic WHERE id = \(topic)")
    if role == .asker, let setBy = setBy ?? nil, setBy != .asker { throw ForumError.forbidden(.staffMark) }
    try tx.run(
      """
      INSERT INTO solved_taken_back (topic_id, note, member_id, role, marked_at, at)
      SELECT id, solved_note, solved_by, solved_role, solved_at, \(tx.now) FROM topic WHERE id = \(topic) AND solved_at IS NOT NULL
      ON CONFLICT (topic_id) DO UPDATE SET note = excluded.note, member_id = excluded.member_id, role = excluded.role,
        marked_at = excluded.marked_at, at = excluded.at
      """)
    let changed = try tx.run(
      """
      UPDATE topic SET solved_note = NULL, solved_by = NULL, solved_role = NULL, solved_at = NULL
      WHERE id = \(topic) AND solved_at IS NOT NULL
      """)
    if changed > 0 { try tx.record(Event(.solvedTakenBack, actor: actor.id, topic: topic)) }
  }
}

/// Takes that back for a day: it is solved as it was, with the same words.
package struct SolvedAgain: Sendable {
  package let topic: TopicID
  package init(topic: TopicID) { self.topic = topic }

  /// Throws ``ForumError/forbidden(_:)`` `undoTooLate`. Who may not take such a mark off may not put it back either.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let role = try solvingRole(of: actor, on: topic, in: tx)
    let was: AcceptanceRole? = try tx.value(
      "SELECT role FROM solved_taken_back WHERE topic_id = \(topic) AND at > \(tx.now - AcceptAgain.offered)")
    if role == .asker, let was, was != .asker { throw ForumError.forbidden(.staffMark) }
    let changed =
      was == nil
      ? 0
      : try tx.run(
        """
        UPDATE topic SET solved_note = was.note, solved_by = was.member_id, solved_role = was.role, solved_at = was.marked_at
        FROM solved_taken_back was WHERE was.topic_id = topic.id AND topic.id = \(topic) AND topic.solved_at IS NULL
        """)
    if changed == 0 {
      if try tx.exists("SELECT 1 FROM topic WHERE id = \(topic) AND solved_at IS NOT NULL") { return }
      throw ForumError.forbidden(.undoTooLate)
    }
    try tx.run("DELETE FROM solved_taken_back WHERE topic_id = \(topic)")
    try tx.record(Event(.solvedWithoutAnswer, actor: actor.id, topic: topic))
  }
}

private func solvingRole(of actor: Actor, on topic: TopicID, in tx: Transaction) throws -> AcceptanceRole {
  let target = try ReplyTarget.find(topic, for: actor.viewer, in: tx)
  guard target.kind == .question else { throw ForumError.notFound }
  if target.author == actor.id { return .asker }
  guard actor.may(.acceptAny, in: target.category) else { throw ForumError.forbidden(.notAllowed) }
  return AcceptanceRole(of: actor)
}
