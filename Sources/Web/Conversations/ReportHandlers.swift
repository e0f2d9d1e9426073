import Community
import Database
import Pages

/// Asking the moderators to look at a message.
enum ReportHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let (place, actor) = (try place(context.request), context.actor)
    return try await context.page { maker, tx in try page(FormState(), of: place, actor, maker, tx) }
  }

  static func send(_ form: ReportForm, _ context: MemberContext) async throws -> Reply {
    let (place, actor) = (try place(context.request), context.actor)
    _ = try await context.read { tx in try ReportPart.part(place.number, of: place.conversation, for: actor, in: tx) }
    return try await context.filling(ReportForm.fields) {
      let report = try form.parse(place)
      try await context.write { tx in try report.perform(by: actor, in: tx) }
      return .redirect(Paths.part(place), cookies: [.flash("partReported", at: context.request.door)])
    } again: { state, maker, tx in
      try page(state, of: place, actor, maker, tx)
    }
  }

  private static func page(
    _ state: FormState, of place: WrittenPart, _ actor: Actor, _ maker: PageMaker, _ tx: Transaction
  ) throws -> ReportPage {
    guard let head = try ConversationHead.find(place.conversation, for: actor, in: tx) else { throw ForumError.notFound }
    let part = try ReportPart.part(place.number, of: place.conversation, for: actor, in: tx)
    return ReportPage(part, of: head, form: state, maker: maker)
  }

  private static func place(_ request: PageRequest) throws -> WrittenPart {
    guard let number = Identifier<Never>(request.parameter("number") ?? ""), number.rawValue < 1_000_000_000 else {
      throw ForumError.notFound
    }
    return WrittenPart(conversation: try ConversationHandlers.conversation(request), number: Int(number.rawValue))
  }
}

/// Why something is reported.
struct ReportForm: Form {
  static let fields = [FormField("reason", maximumBytes: 20), FormField("note", maximumBytes: PlainNote.longest * 4)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once.
  func parse(_ place: WrittenPart) throws -> ReportPart {
    var reader = FormReader(values)
    let reason = reader.read("reason") { (raw) throws(Problem) -> ReportReason in
      guard let reason = ReportReason(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return reason
    }
    let note = reader.read("note", PlainNote.init)
    guard let reason, let note else { throw reader.failure }
    return ReportPart(conversation: place.conversation, number: place.number, reason: reason, note: note)
  }
}
