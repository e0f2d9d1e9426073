import Community
import Database
import Pages

/// What was decided about one's own, and asking for a second look.
enum DecisionHandlers {
  static func list(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      let decisions = try Decision.all(of: actor, in: tx)
      saw(decisions, context)
      return DecisionsPage(decisions, maker: maker)
    }
  }

  static func show(_ context: MemberContext) async throws -> Reply {
    let (act, actor) = (try act(context.request), context.actor)
    return try await context.page { maker, tx in
      guard let decision = try Decision.find(act, of: actor, in: tx) else { throw ForumError.notFound }
      saw([decision], context)
      return DecisionPage(decision, path: Paths.decision(act), maker: maker)
    }
  }

  /// What they were told of it is read.
  private static func saw(_ decisions: [Decision], _ context: MemberContext) {
    if !context.request.isPrefetch { context.services.reading.saw(decisions.map(\.act), by: context.actor.id) }
  }

  static func ask(_ form: AskLookForm, _ context: MemberContext) async throws -> Reply {
    let (act, actor) = (try act(context.request), context.actor)
    return try await answer(form, context, path: Paths.decision(act)) { tx in try Decision.find(act, of: actor, in: tx) }
  }

  /// By the link of a mail: who is suspended cannot sign in.
  static func linked(_ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken else { throw ForumError.notFound }
    return try await context.page { maker, tx in
      guard let decision = try Decision.find(token, in: tx) else { throw ForumError.notFound }
      return DecisionPage(decision, path: Paths.decision(token: token.text), maker: maker)
    }
  }

  static func askLinked(_ form: AskLookForm, _ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken else { throw ForumError.notFound }
    return try await answer(form, context, path: Paths.decision(token: token.text)) { tx in try Decision.find(token, in: tx) }
  }

  private static func answer(
    _ form: AskLookForm, _ context: some AudienceContext, path: String,
    find: @escaping @Sendable (Transaction) throws -> Decision?
  ) async throws -> Reply {
    guard try await context.read({ tx in try find(tx) != nil }) else { throw ForumError.notFound }
    return try await context.filling(AskLookForm.fields) {
      let ask = AskSecondLook(words: try form.parse())
      try await context.write { tx in
        guard let decision = try find(tx) else { throw ForumError.notFound }
        try ask.perform(on: decision, in: tx)
      }
      return .redirect(path, cookies: [.flash("lookAsked", at: context.request.door)])
    } again: { state, maker, tx in
      guard let decision = try find(tx) else { throw ForumError.notFound }
      return DecisionPage(decision, form: state, path: path, maker: maker)
    }
  }

  private static func act(_ request: PageRequest) throws -> ActID {
    guard let act = ActID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return act
  }
}

/// What somebody says to a decision about them.
struct AskLookForm: Form {
  static let fields = [FormField("words", maximumBytes: PlainNote.longest * 4)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> PlainNote {
    var reader = FormReader(values)
    guard let words = reader.read("words", PlainNote.init) else { throw reader.failure }
    return words
  }
}
