package import Database

/// Asks the moderators to look at something written to one: with that they may read it, and what it follows on.
package struct ReportPart: Sendable {
  private static let limit = AttemptLimit(.reports, most: 20, per: .days(1))
  package let conversation: ConversationID
  package let number: Int
  package let reason: ReportReason
  package let note: ReportNote

  package init(conversation: ConversationID, number: Int, reason: ReportReason, note: ReportNote) {
    self.conversation = conversation
    self.number = number
    self.reason = reason
    self.note = note
  }

  /// The part, for the form. Throws ``ForumError/notFound`` for one of a conversation the actor cannot read, and for their own words.
  package static func part(_ number: Int, of conversation: ConversationID, for actor: Actor, in tx: Transaction) throws -> MessagePart {
    let view = try ConversationView.load(conversation, page: ConversationView.page(of: number), for: actor, in: tx)
    guard let part = view.parts.first(where: { $0.number == number }), !part.isOwn else { throw ForumError.notFound }
    return part
  }

  /// A second report by the same member changes nothing.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let part = try Self.part(number, of: conversation, for: actor, in: tx)
    if part.isReported { return }
    try Self.limit.count("member \(actor.id.rawValue)", in: tx)
    let isNew = try tx.run(
      """
      INSERT INTO part_report (part_id, member_id, reason, note, at) VALUES (\(part.id), \(actor.id), \(reason), \(note.text), \(tx.now))
      ON CONFLICT (part_id, member_id) DO NOTHING
      """)
    if isNew > 0 { try tx.record(Event(.partReported, actor: actor.id, detail: String(part.id.rawValue))) }
  }
}

/// Why somebody reports something, each with its words in the catalog (`reportReason.CODE`).
package enum ReportReason: String, Sendable, CaseIterable, SQLConvertible { case unkind, spam, unwanted, danger, other }

/// What somebody says beside the reason; may be empty.
package struct ReportNote: Sendable, Equatable {
  package static let longest = 1_000
  package let text: String

  package init(_ raw: String) throws(Problem) {
    let text = raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    if text.count > Self.longest { throw Problem(.tooLong, Self.longest) }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" }) {
      throw Problem(.badCharacters)
    }
    self.text = text.allSatisfy(\.isWhitespace) ? "" : text
  }
}
