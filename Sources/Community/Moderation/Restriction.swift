package import Database

/// What is done to a member rather than to a text, with how long it lasts.
package enum Restriction: Sendable, Hashable {
  case warn
  case silence(Term)
  case suspend(Term)

  /// How long: days, or for good.
  package enum Term: Int, Sendable, Hashable, CaseIterable {
    case day = 1, threeDays = 3, week = 7, month = 30, quarter = 90
    /// A hundred years.
    case forGood = 36_500

    var span: Span { .days(Int64(rawValue)) }
  }

  /// Whether a term that was given at a moment is one that nobody waits for the end of.
  package static func isForGood(_ until: Timestamp, from moment: Timestamp) -> Bool { until - moment >= Term.forGood.span }

  /// The same of a term that runs, where nobody asks when it began: ten years from now are for good.
  package static func isForGood(_ until: Timestamp, now: Timestamp) -> Bool { until - now >= .days(3_650) }

  var kind: ActKind {
    switch self {
    case .warn: .warn
    case .silence: .silence
    case .suspend: .suspend
    }
  }

  var term: Term? {
    switch self {
    case .warn: nil
    case .silence(let term), .suspend(let term): term
    }
  }
}

/// Warns, silences or suspends a member. Nobody acts on somebody of their own rank or a higher one.
package struct RestrictMember: Sendable {
  let member: MemberID
  let restriction: Restriction
  let rule: ActRule
  let words: PlainNote
  let note: PlainNote

  package init(_ member: MemberID, _ restriction: Restriction, rule: ActRule, words: PlainNote, note: PlainNote) {
    self.member = member
    self.restriction = restriction
    self.rule = rule
    self.words = words
    self.note = note
  }

  /// Throws ``ForumError/forbidden(_:)`` `higherRole`.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> ActID {
    guard actor.may(.restrictMembers) else { throw ForumError.forbidden(.notAllowed) }
    return try perform(by: actor, batch: nil, post: nil, in: tx)
  }

  /// `batch` as in ``Act``; `post` is what it was done for.
  func perform(by actor: Actor, batch: ActID?, post: PostID?, in tx: Transaction) throws -> ActID {
    try Self.checkRank(of: member, against: actor, in: tx)
    let until = restriction.term.map { tx.now + $0.span }
    let before = try tx.first("SELECT silenced_until, suspended_until FROM member WHERE id = \(member)") { row in
      (silenced: try row.next(Timestamp?.self), suspended: try row.next(Timestamp?.self))
    }
    var earlier: Timestamp?
    switch restriction {
    case .warn: break
    case .silence:
      earlier = before?.silenced
      try tx.run("UPDATE member SET silenced_until = \(until) WHERE id = \(member)")
    case .suspend:
      earlier = before?.suspended
      try tx.run("UPDATE member SET suspended_until = \(until) WHERE id = \(member)")
      try Sessions.endAll(of: member, in: tx)
      try AccountTokens.killAll(of: member, in: tx)
    }
    let act = try tx.log(
      Act(
        restriction.kind, by: .person(actor.id), rule: rule, post: post, member: member, until: until, batch: batch,
        detail: earlier.map { "before \($0.rawValue)" } ?? "", words: words.text, note: note.text))
    try Decision.tell(member, of: act, by: actor.id, in: tx)
    return act
  }

  static func checkRank(of member: MemberID, against actor: Actor, in tx: Transaction) throws {
    let isBelow = try tx.exists(
      """
      SELECT 1 FROM member JOIN role theirs ON theirs.name = member.role JOIN role mine ON mine.name = \(actor.viewer.role)
      WHERE member.id = \(member) AND member.id <> \(actor.id) AND theirs.rank < mine.rank
      """)
    guard isBelow else {
      guard try tx.exists("SELECT 1 FROM member WHERE id = \(member)") else { throw ForumError.notFound }
      throw ForumError.forbidden(.higherRole)
    }
  }

  /// Nobody lifts what was laid on themselves or on a higher role. Throws ``ForumError/forbidden(_:)`` `higherRole`.
  static func checkMayRelieve(_ member: MemberID, by actor: Actor, in tx: Transaction) throws {
    guard let role: Role = try tx.value("SELECT role FROM member WHERE id = \(member)") else { throw ForumError.notFound }
    guard member != actor.id, actor.viewer.role.mayAct(on: role) else { throw ForumError.forbidden(.higherRole) }
  }
}
