import Community
import Database
import Pages

/// Asking: a visitor writes first and says who they are at the end; one submit does both, and the text survives every error.
enum AskHandlers {
  static func form(_ context: SiteContext) async throws -> Reply {
    let request = context.request
    let category = request.query("category") ?? ""
    let title = String((request.query("title") ?? "").prefix(TopicTitle.longest))
    return try await context.page { maker, tx in
      let draft = try Draft.find(.ask, of: maker.viewer, in: tx)
      // Who comes with a title wants to ask that; what they had begun before is told of and stays.
      let isOther = draft.map { !title.isEmpty && $0.text.title != title } ?? false
      let text = isOther ? nil : draft?.text
      let state = FormState([
        "category": text?.category ?? category, "title": text?.title ?? title, "body": text?.body ?? "", "tags": text?.tags ?? "",
        "kind": text?.topicKind ?? "",
      ])
      return AskPage(
        state, categories: try categories(for: maker.viewer, in: tx), key: "ask-\(request.requestID)",
        draft: isOther ? DraftFields(maker: maker) : DraftFields(draft, maker: maker),
        similar: try SimilarHandlers.similar(to: state, maker: maker, in: tx), otherDraft: isOther ? draft?.text.title : nil,
        joining: try joining(maker.viewer, in: tx),
        silence: try Silence.of(maker.viewer, in: tx), losesCookies: !request.door.keepsCookies, maker: maker)
    }
  }

  static func open(_ form: OpenTopicForm, _ context: SiteContext) async throws -> Reply {
    let rows = try await context.read { tx in try categories(for: context.viewer, in: tx) }
    if context.comesBackForPicture { return try await look(form, rows, context) }
    if form.draft.isSave { return try await save(form, context) }
    return try await context.filling(OpenTopicForm.fields) {
      if let topic = form.solvedBy { return try await SimilarHandlers.spare(topic, form, context) }
      if form.isLook { return try await look(form, rows, context) }
      let people = try await context.people(in: form.values["body"])
      if form.isPreview { return try await preview(form, rows, people, context) }
      let open = try parsed(form, rows, people, context)
      // Hashing is slow and says something about an account, so it comes after everything else is right.
      let account = context.signedIn == nil ? try await AccountInPassing.prepare(form.values, context) : nil
      let (topic, isAsked) = try await context.write { tx in
        guard let actor = try account?.perform(in: tx) ?? Actor(context.viewer) else { throw ForumError.forbidden(.signInFirst) }
        let topic = try open.perform(by: actor, in: tx)
        try SendDraft(.ask, stamp: form.draft.stamp).perform(by: actor, in: tx)
        return (topic, try account != nil && TermsAcceptance.due(for: actor.id, in: tx) != nil)
      }
      let path = Paths.topic(topic, open.title.slug)
      return .redirect(isAsked ? Paths.acceptTerms(returnTo: path) : path, cookies: account.map { [$0.cookie] } ?? [])
    } again: { state, maker, tx in
      try page(state, form, rows, draft: form.draft.fields(at: .ask, maker: maker, in: tx), context, maker, tx)
    }
  }

  /// The form as it was typed.
  private static func page(
    _ state: FormState, _ form: OpenTopicForm, _ rows: [CategoryRow], preview: PostBody? = nil, draft: DraftFields, _ context: SiteContext,
    _ maker: PageMaker, _ tx: Transaction
  ) throws -> AskPage {
    let state = state.setting("tags", to: form.tags)
    return AskPage(
      state, categories: rows, key: form.key, preview: preview, draft: draft,
      similar: try SimilarHandlers.similar(to: state, maker: maker, in: tx), joining: try joining(maker.viewer, in: tx),
      silence: try Silence.of(maker.viewer, in: tx), losesCookies: !context.request.door.keepsCookies, maker: maker)
  }

  /// Only a visitor's page says who may join.
  private static func joining(_ viewer: Viewer, in tx: Transaction) throws -> SignUpMode {
    viewer.memberID == nil ? try SignUpSettings.load(in: tx).mode : .open
  }

  /// Who is not signed in, or not any more, has only their device to keep it.
  private static func save(_ form: OpenTopicForm, _ context: SiteContext) async throws -> Reply {
    guard let member = MemberContext(context) else { throw NotOfTheAudience() }
    return try await member.keep(form.draftText, at: .ask, form.draft) { draft in
      let state = context.typed(OpenTopicForm.fields)
      return try await context.page { maker, tx in
        try page(state, form, try categories(for: maker.viewer, in: tx), draft: draft(maker), context, maker, tx)
      }
    }
  }

  /// The form again, with what was asked before, and with a picture that came.
  private static func look(_ form: OpenTopicForm, _ rows: [CategoryRow], _ context: SiteContext) async throws -> Reply {
    let state = context.typed(OpenTopicForm.fields)
    return try await context.page(status: context.pictureStatus) { maker, tx in
      try page(state, form, rows, draft: try form.draft.fields(at: .ask, maker: maker, in: tx), context, maker, tx)
    }
  }

  /// Throws every problem at once, a visitor's own included.
  private static func parsed(
    _ form: OpenTopicForm, _ rows: [CategoryRow], _ people: Set<String>, _ context: SiteContext
  ) throws -> OpenTopic {
    do { return try form.parse(categories: rows, people: people, for: context.signedIn, now: context.now) } catch ForumError.invalid(
      let problems)
      where context.signedIn == nil
    {
      let known = Set(problems.map(\.field))
      throw ForumError.invalid(problems + AccountInPassing.problems(in: form.values).filter { !known.contains($0.field) })
    }
  }

  private static func preview(
    _ form: OpenTopicForm, _ rows: [CategoryRow], _ people: Set<String>, _ context: SiteContext
  ) async throws -> Reply {
    let body = try parsedBody(form.values["body"], people: people)
    let state = context.typed(OpenTopicForm.fields)
    return try await context.preview(body, title: form.values["title"]) {
      try await context.page { maker, tx in
        try page(state, form, rows, preview: body, draft: try form.draft.fields(at: .ask, maker: maker, in: tx), context, maker, tx)
      }
    }
  }

  /// Where the viewer may open topics; for a visitor, where they will be able to as soon as they have an account.
  private static func categories(for viewer: Viewer, in tx: Transaction) throws -> [CategoryRow] {
    let seen = try CategoryRow.all(for: viewer, in: tx)
    guard viewer.memberID == nil else { return seen.filter(\.mayOpen) }
    let visible = Set(seen.map(\.id))
    return try CategoryRow.all(for: .newcomer, in: tx).filter { $0.mayOpen && visible.contains($0.id) }
  }
}
