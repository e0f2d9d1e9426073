package import Database

/// Marks an answer as one that helped. The asker, staff and moderators may; several answers may be marked.
package struct AcceptAnswer: Sendable {
  package let post: PostID
  package init(post: PostID) { self.post = post }

  /// Accepting what is accepted changes nothing. By staff it also settles the asker's objection.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let answer = try MarkedAnswer.find(post, for: actor.viewer, in: tx)
    guard let role = answer.role(of: actor) else { throw ForumError.forbidden(.notAllowed) }
    let isNew = try tx.run(
      """
      INSERT INTO acceptance (post_id, topic_id, member_id, role, at)
      VALUES (\(post), \(answer.topic), \(actor.id), \(role), \(tx.now)) ON CONFLICT (post_id) DO NOTHING
      """)
    let settled = role == .asker ? 0 : try tx.run("DELETE FROM objection WHERE post_id = \(post)")
    guard isNew + settled > 0 else { return }
    if isNew > 0 { try tx.run("UPDATE member SET accepted_count = accepted_count + 1 WHERE id = \(answer.author)") }
    try TopicCounters.recountAccepted(of: answer.topic, in: tx)
    try tx.record(Event(.answerAccepted, actor: actor.id, member: answer.author, topic: answer.topic, post: post, detail: role.rawValue))
  }
}

/// Takes such a mark back: the asker their own, staff and moderators any.
package struct UnacceptAnswer: Sendable {
  package let post: PostID
  package init(post: PostID) { self.post = post }

  /// Throws ``ForumError/forbidden(_:)`` with `staffMark` when the asker meets a mark of the company.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let answer = try MarkedAnswer.find(post, for: actor.viewer, in: tx)
    guard let mark = answer.mark else { return }
    guard actor.may(.acceptAny, in: answer.category) || (answer.asker == actor.id && mark == .asker) else {
      throw ForumError.forbidden(answer.asker == actor.id ? .staffMark : .notAllowed)
    }
    try tx.run(
      """
      INSERT INTO acceptance_taken_back (post_id, member_id, role, marked_at, objection, objected_by, objected_at, at)
      SELECT acceptance.post_id, acceptance.member_id, acceptance.role, acceptance.at, objection.note, objection.member_id, objection.at,
        \(tx.now)
      FROM acceptance LEFT JOIN objection ON objection.post_id = acceptance.post_id WHERE acceptance.post_id = \(post)
      ON CONFLICT (post_id) DO UPDATE SET member_id = excluded.member_id, role = excluded.role, marked_at = excluded.marked_at,
        objection = excluded.objection, objected_by = excluded.objected_by, objected_at = excluded.objected_at, at = excluded.at
      """)
    try tx.run("DELETE FROM objection WHERE post_id = \(post)")
    guard try tx.run("DELETE FROM acceptance WHERE post_id = \(post)") > 0 else { return }
    try tx.run("UPDATE member SET accepted_count = accepted_count - 1 WHERE id = \(answer.author)")
    try TopicCounters.recountAccepted(of: answer.topic, in: tx)
    try tx.record(Event(.answerUnaccepted, actor: actor.id, member: answer.author, topic: answer.topic, post: post, detail: mark.rawValue))
  }
}

/// Takes that back for a day: the mark stands as it stood, with whose it was and what the asker said against it.
package struct AcceptAgain: Sendable {
  package static let offered = Span.hours(24)
  package let post: PostID
  package init(post: PostID) { self.post = post }

  /// Throws ``ForumError/forbidden(_:)`` `undoTooLate`. Who may not take such a mark off may not put it back either.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let answer = try MarkedAnswer.find(post, for: actor.viewer, in: tx)
    guard answer.asker == actor.id || actor.may(.acceptAny, in: answer.category) else { throw ForumError.forbidden(.notAllowed) }
    if answer.mark != nil { return }
    let was: AcceptanceRole? = try tx.value(
      "SELECT role FROM acceptance_taken_back WHERE post_id = \(post) AND at > \(tx.now - Self.offered)")
    guard let was else { throw ForumError.forbidden(.undoTooLate) }
    guard was == .asker || actor.may(.acceptAny, in: answer.category) else { throw ForumError.forbidden(.staffMark) }
    try tx.run(
      """
      INSERT INTO acceptance (post_id, topic_id, member_id, role, at)
      SELECT post_id, post.topic_id, member_id, role, marked_at FROM acceptance_taken_back JOIN post ON post.id = post_id
      WHERE post_id = \(post)
      """)
    try tx.run(
      """
      INSERT INTO objection (post_id, topic_id, member_id, note, at)
      SELECT post_id, post.topic_id, objected_by, objection, objected_at FROM acceptance_taken_back JOIN post ON post.id = post_id
      WHERE post_id = \(post) AND objected_by IS NOT NULL
      """)
    try tx.run("DELETE FROM acceptance_taken_back WHERE post_id = \(post)")
    try tx.run("UPDATE member SET accepted_count = accepted_count + 1 WHERE id = \(answer.author)")
    try TopicCounters.recountAccepted(of: answer.topic, in: tx)
    try tx.record(Event(.answerAccepted, actor: actor.id, member: answer.author, topic: answer.topic, post: post, detail: was.rawValue))
  }
}

/// The asker says that an answer the company marked did not help: the mark stays, the question is open again, and staff are told.
package struct ObjectToAcceptance: Sendable {
  package let post: PostID
  package let note: ShortNote
  package init(post: PostID, note: ShortNote) {
    self.post = post
    self.note = note
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let answer = try MarkedAnswer.find(post, for: actor.viewer, in: tx)
    guard answer.asker == actor.id else { throw ForumError.forbidden(.notYours) }
    guard let mark = answer.mark, mark != .asker else { throw ForumError.conflict(.alreadyDone) }
    let isNew = try tx.run(
      """
      INSERT INTO objection (post_id, topic_id, member_id, note, at)
      VALUES (\(post), \(answer.topic), \(actor.id), \(note.text), \(tx.now)) ON CONFLICT (post_id) DO NOTHING
      """)
    guard isNew > 0 else { return }
    try TopicCounters.recountAccepted(of: answer.topic, in: tx)
    try tx.record(Event(.acceptanceObjected, actor: actor.id, topic: answer.topic, post: post))
  }
}

/// In which role somebody marked an answer.
package enum AcceptanceRole: String, Sendable, SQLConvertible {
  case asker, staff, moderator, imported

  /// Of who marks what they did not ask: for the company, or for the forum.
  init(of actor: Actor) { self = actor.viewer.role.isOfTheCompany ? .staff : .moderator }
}

private struct MarkedAnswer: SQLRow {
  let topic: TopicID
  let category: CategoryID
  let asker: MemberID
  let author: MemberID
  let mark: AcceptanceRole?

  init(_ row: inout Row) throws {
    topic = try row.next()
    category = try row.next()
    asker = try row.next()
    author = try row.next()
    mark = try row.next()
  }

  static func find(_ post: PostID, for viewer: Viewer, in tx: Transaction) throws -> MarkedAnswer {
    let answer: MarkedAnswer? = try tx.first(
      """
      SELECT topic.id, topic.category_id, topic.author_id, post.author_id, acceptance.role
      FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN acceptance ON acceptance.post_id = post.id
      WHERE post.id = \(post) AND post.kind = 'answer' AND post.deleted_at IS NULL AND NOT post.hidden AND \(Visibility.standing(viewer))
      """)
    guard let answer else { throw ForumError.notFound }
    return answer
  }

  /// The role the actor marks in; nil when they may not.
  func role(of actor: Actor) -> AcceptanceRole? {
    if asker == actor.id { return .asker }
    guard actor.may(.acceptAny, in: category) else { return nil }
    return AcceptanceRole(of: actor)
  }
}
