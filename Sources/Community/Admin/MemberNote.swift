package import Database

/// What somebody who keeps order noted about a member, for the others who do. The member never reads it.
package struct MemberNote: Sendable, SQLRow {
  package static let mostShown = 100
  package let id: MemberNoteID
  package let by: MemberBadge
  package let at: Timestamp
  package let body: String

  package init(_ row: inout Row) throws {
    id = try row.next()
    at = try row.next()
    body = try row.next()
    by = try MemberBadge(&row)
  }

  /// The newest first. Nil for who keeps no order, and about oneself.
  package static func all(about member: MemberID, for actor: Actor, in tx: Transaction) throws -> [MemberNote]? {
    guard mayRead(actor, about: member) else { return nil }
    return try tx.all(
      """
      SELECT member_note.id, member_note.at, member_note.body, \(MemberBadge.columns("writer"))
      FROM member_note JOIN member writer ON writer.id = member_note.by_id
      WHERE member_note.member_id = \(member) ORDER BY member_note.id DESC LIMIT \(mostShown)
      """)
  }

  /// Whether it is theirs to take away: their own, and for who manages members any.
  package func isRemovable(by viewer: Viewer) -> Bool { viewer.isMember(by.id) || viewer.may(.manageMembers) }

  fileprivate static func mayRead(_ actor: Actor, about member: MemberID) -> Bool { actor.may(.restrictMembers) && actor.id != member }
}

/// The words of a note: lines without Markdown.
package struct NoteText: Sendable, Equatable {
  package static let longest = 1_000
  let text: String

  package init(_ raw: String) throws(Problem) {
    let note = try PlainNote(raw)
    guard !note.text.isEmpty else { throw Problem(.empty) }
    // Engines count as many signs as there are, people only those they see.
    guard note.text.unicodeScalars.count <= Self.longest else { throw Problem(.tooLong, Self.longest) }
    text = note.text
  }
}

/// Notes something about a member.
package struct WriteNote: Sendable {
  package static let mostPerDay = 100
  private static let sameWithin = Span.minutes(10)
  let member: MemberID
  let text: NoteText
  package init(_ text: NoteText, about member: MemberID) { (self.member, self.text) = (member, text) }

  /// The same words sent twice are one note. Throws ``ForumError/notFound`` where the actor reads no notes either.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard MemberNote.mayRead(actor, about: member), try MemberSheet.isThere(member, in: tx) else { throw ForumError.notFound }
    let isThere = try tx.exists(
      """
      SELECT 1 FROM member_note WHERE member_id = \(member) AND by_id = \(actor.id) AND body = \(text.text) AND at > \(tx.now - Self.sameWithin)
      """)
    if isThere { return }
    try AttemptLimit(.notes, most: Self.mostPerDay, per: .days(1)).count("member:\(actor.id.rawValue)", in: tx)
    try tx.run("INSERT INTO member_note (member_id, by_id, at, body) VALUES (\(member), \(actor.id), \(tx.now), \(text.text))")
    try tx.log(Act(.note, by: .person(actor.id), member: member))
  }
}

/// Takes a note away for good.
package struct RemoveNote: Sendable {
  let note: MemberNoteID
  let member: MemberID
  package init(_ note: MemberNoteID, about member: MemberID) { (self.note, self.member) = (note, member) }

  /// Throws ``ForumError/notFound`` for a note that is not there or about somebody else, `notYours` for another's.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let notes = try MemberNote.all(about: member, for: actor, in: tx) ?? []
    guard let found = notes.first(where: { $0.id == note }) else { throw ForumError.notFound }
    guard found.isRemovable(by: actor.viewer) else { throw ForumError.forbidden(.notYours) }
    try tx.run("DELETE FROM member_note WHERE id = \(note)")
    try tx.log(Act(.note, by: .person(actor.id), member: member, detail: "removed"))
  }
}
