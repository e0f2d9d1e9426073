package import Database

/// That somebody reads nothing here for a while, and what they say about it.
package struct Away: Sendable, Equatable {
  package let until: Timestamp
  package let note: String

  /// What ``read(_:)`` reads, of a member in a query under that name.
  static func columns(_ member: SQL, at now: Timestamp) -> SQL {
    "CASE WHEN \(member).away_until > \(now) THEN \(member).away_until END, \(member).away_note"
  }

  /// Nil for who is here.
  static func read(_ row: inout Row) throws -> Away? {
    let (until, note): (Timestamp?, String) = (try row.next(), try row.next())
    return until.map { Away(until: $0, note: note) }
  }

  /// Nil for who is here.
  package static func find(_ member: MemberID, in tx: Transaction) throws -> Away? {
    try tx.first("SELECT away_until, away_note FROM member WHERE id = \(member) AND away_until > \(tx.now)") { row in
      Away(until: try row.next(), note: try row.next())
    }
  }
}

/// Says until when one is away, or that one is back.
package struct SayAway: Sendable {
  package static let longest = Span.days(366)
  let until: Timestamp?
  let note: String

  /// `until` is nil for somebody who is back. Throws ``Problem`` `tooLong`.
  package init(until: Timestamp?, note raw: String) throws(Problem) {
    let line = oneLine(raw)
    if line.count > ShortNote.longest { throw Problem(.tooLong, ShortNote.longest) }
    (self.until, note) = (until, until == nil ? "" : line)
  }

  /// Throws ``ForumError/invalid(_:)`` `dayUnknown` for a day that is over or too far off.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    if let until, until <= tx.now || until > tx.now + Self.longest { throw ForumError.invalid("until", .dayUnknown) }
    try tx.run("UPDATE member SET away_until = \(until), away_note = \(note) WHERE id = \(actor.id)")
    try tx.record(Event(.profileChanged, actor: actor.id, member: actor.id))
  }
}
