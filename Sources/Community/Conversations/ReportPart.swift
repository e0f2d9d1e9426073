package import Database

/// Asks the moderators to look at something written to one: with that they may read it, and what it follows on.
package struct ReportPart: Sendable {
  package let conversation: ConversationID
  package let number: Int
  package let reason: ReportReason
  package let note: PlainNote

  package init(conversation: ConversationID, number: Int, reason: ReportReason, note: PlainNote) {
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
    try FileReport(.part(part.id), reason: reason, note: note).perform(by: .member(actor), in: tx)
  }
}

/// Why somebody reports something, each with its words in the catalog (`reportReason.CODE`).
package enum ReportReason: String, Sendable, CaseIterable, SQLConvertible { case unkind, spam, unwanted, danger, other }
