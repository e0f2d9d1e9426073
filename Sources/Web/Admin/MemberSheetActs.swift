import Community
import Database
import Foundation
import Pages

/// What is done on a member's sheet besides roles: notes, signing out, the link to an imported account, and handing out what is held.
enum MemberSheetActs {
  static func write(_ form: MemberNoteForm, _ context: ModeratorContext) async throws -> Reply {
    let (member, actor) = (try MemberSheetHandlers.member(context), context.actor)
    return try await context.filling(MemberNoteForm.fields) {
      let note = WriteNote(try form.parse(), about: member)
      try await context.write { tx in try note.perform(by: actor, in: tx) }
      return .redirect(Paths.memberSheet(member), cookies: [.flash("noteWritten", at: context.request.door)])
    } again: { state, maker, tx in
      MemberSheetPage(try MemberSheet.find(member, for: actor, in: tx), note: state, maker: maker)
    }
  }

  static func remove(_ context: ModeratorContext) async throws -> Reply {
    guard let note = MemberNoteID(context.request.parameter("note") ?? "") else { throw ForumError.notFound }
    let (member, actor) = (try MemberSheetHandlers.member(context), context.actor)
    try await context.write { tx in try RemoveNote(note, about: member).perform(by: actor, in: tx) }
    return .redirect(Paths.memberSheet(member), cookies: [.flash("noteRemoved", at: context.request.door)])
  }

  static func endSession(_ context: AdminContext) async throws -> Reply {
    guard let session = SessionID(context.request.parameter("session") ?? "") else { throw ForumError.notFound }
    return try await end(session, context)
  }

  static func endSessions(_ context: AdminContext) async throws -> Reply { try await end(nil, context) }

  private static func end(_ session: SessionID?, _ context: AdminContext) async throws -> Reply {
    let (member, actor) = (try MemberSheetHandlers.member(context), context.actor)
    try await context.write { tx in try MemberSessions.end(session, of: member, by: actor, in: tx) }
    return .redirect(Paths.memberSheet(member), cookies: [.flash("memberSignedOut", at: context.request.door)])
  }

  /// The link stands on the page that answers, and nowhere after.
  static func claim(_ context: AdminContext) async throws -> Reply {
    let (member, actor, token) = (try MemberSheetHandlers.member(context), context.actor, SecretToken(context.services.random))
    try await context.write { tx in
      let sheet = try MemberSheet.find(member, for: actor, in: tx)
      guard let handle = Handle(plain: sheet.badge.handle) else { throw ForumError.notFound }
      try MakeClaimLink(for: handle, token: token).perform(by: actor, in: tx)
    }
    return try await context.page(status: .created) { maker, tx in
      MemberSheetPage(try MemberSheet.find(member, for: actor, in: tx), claim: token, maker: maker)
    }
  }

  static func export(_ context: AdminContext) async throws -> Reply {
    let (member, actor) = (try MemberSheetHandlers.member(context), context.actor)
    try await context.write { tx in try MemberRecord.export(member, by: actor, in: tx) }
    let record = try await context.read { tx in try MemberRecord.load(member, for: actor, in: tx) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return .download(Array(try encoder.encode(record)), type: "application/json", name: "member-\(member.rawValue).json")
  }
}

/// A note on a member.
struct MemberNoteForm: Form {
  static let fields = [FormField("memberNote", maximumBytes: 4 * NoteText.longest)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> NoteText {
    var reader = FormReader(values)
    guard let text = reader.read("memberNote", NoteText.init) else { throw reader.failure }
    return text
  }
}
