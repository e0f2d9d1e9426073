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
    let changed = try tx.run(
      """
      UPDATE topic SET solved_note = NULL, solved_by = NULL, solved_role = NULL, solved_at = NULL
      WHERE id = \(topic) AND solved_at IS NOT NULL
      """)
    if changed > 0 { try tx.record(Event(.solvedTakenBack, actor: actor.id, topic: topic)) }
  }
}

private func solvingRole(of actor: Actor, on topic: TopicID, in tx: Transaction) throws -> AcceptanceRole {
  let target = try ReplyTarget.find(topic, for: actor.viewer, in: tx)
  guard target.kind == .question else { throw ForumError.notFound }
  if target.author == actor.id { return .asker }
  guard actor.may(.acceptAny) else { throw ForumError.forbidden(.notAllowed) }
  return actor.viewer.role == .moderator ? .moderator : .staff
}
