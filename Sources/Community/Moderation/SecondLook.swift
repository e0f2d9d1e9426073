package import Database

/// Somebody an act is about asks once that another person looks at it.
package struct AskSecondLook: Sendable {
  /// How long after the act it may be asked for.
  package static let offered = Span.days(60)
  let words: PlainNote
  package init(words: PlainNote) { self.words = words }

  /// Asking a second time changes nothing. `decision` was found for whoever asks.
  package func perform(on decision: Decision, in tx: Transaction) throws {
    guard decision.kind.takesSecondLook, !decision.isUndone, decision.look == nil else { return }
    guard tx.now - decision.at < Self.offered else { throw ForumError.forbidden(.undoTooLate) }
    let asked = try tx.run(
      """
      UPDATE decision SET look_asked_at = \(tx.now), look_words = \(words.text) WHERE act_id = \(decision.act) AND look_asked_at IS NULL
      """)
    guard asked > 0 else { return }
    try tx.run(
      """
      INSERT INTO review (cause, act_id, rule, weight, opened_at, due_at)
      VALUES ('secondLook', \(decision.act), 'secondLook', 150, \(tx.now), \(tx.now + .hours(Int64(try Review.hours(in: tx)))))
      ON CONFLICT (act_id) DO NOTHING
      """)
    try tx.record(Event(.lookAsked, detail: String(decision.act.rawValue)))
  }
}

extension ActKind {
  /// Whether whoever it is about may ask for a second look.
  package var takesSecondLook: Bool {
    switch self {
    case .hide, .delete, .mask, .warn, .silence, .suspend: true
    default: false
    }
  }
}

/// Another person says whether an act stays.
package struct DecideSecondLook: Sendable {
  let review: ReviewID
  let isUndone: Bool
  let answer: PlainNote

  package init(_ review: ReviewID, isUndone: Bool, answer: PlainNote) {
    self.review = review
    self.isUndone = isUndone
    self.answer = answer
  }

  /// Throws ``ForumError/conflict(_:)`` `decidedAlready`. `mending` as for ``UndoAct``.
  @discardableResult package func perform(by actor: Actor, mending: MendedText? = nil, in tx: Transaction) throws -> ActID {
    guard let row = try ReviewQueue.find(review, for: actor, in: tx), let act = row.act else { throw ForumError.notFound }
    if row.isSettled { throw ForumError.conflict(.decidedAlready) }
    let taken = try tx.run(
      """
      UPDATE decision SET look_done_at = \(tx.now), look_by = \(actor.id), look_outcome = \(isUndone ? "undone" : "kept"),
        look_answer = \(answer.text)
      WHERE act_id = \(act) AND look_done_at IS NULL
      """)
    guard taken > 0 else { throw ForumError.conflict(.decidedAlready) }
    let settled: ActID
    if isUndone {
      settled = try UndoAct(act).perform(by: actor, isLate: true, words: answer, mending: mending, in: tx)
    } else {
      settled = try tx.log(
        Act(.keep, by: .person(actor.id), rule: .secondLook, member: row.author?.id, detail: "act \(act.rawValue)", words: answer.text))
      if let author = row.author { try tx.record(Event(.decided, actor: actor.id, member: author.id, detail: String(act.rawValue))) }
    }
    try Decide.close(review, by: actor, settled, isUpheld: isUndone, in: tx)
    return settled
  }
}
