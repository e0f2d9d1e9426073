import Community
import Database
import Pages

/// Conversations to read and to go on with. Whatever stands in the way of a text, it comes back.
enum ConversationHandlers {
  static func list(_ context: MemberContext) async throws -> Reply {
    guard let which = ConversationList.Which(rawValue: context.request.query("of") ?? "own") else { throw ForumError.notFound }
    var start: ConversationList.Cursor?
    if let text = context.request.query("before") {
      guard let cursor = ConversationList.Cursor(text) else { throw ForumError.notFound }
      start = cursor
    }
    let (actor, cursor) = (context.actor, start)
    return try await context.page { maker, tx in
      ConversationsPage(try ConversationList.load(which, before: cursor, for: actor, in: tx), isFirst: cursor == nil, maker: maker)
    }
  }

  static func show(_ context: MemberContext) async throws -> Reply {
    let id = try conversation(context.request)
    let page = try TopicAddress.page(context.request)
    if page == 1 { return .redirect(Paths.conversation(id), status: .moved) }
    let actor = context.actor
    let (reply, last) = try await context.reply(knowing: { maker, tx -> (Reply, Int) in
      let view = try ConversationView.load(id, page: page ?? 1, for: actor, in: tx)
      let draft = try Draft.find(.message(id), of: maker.viewer, in: tx)
      // Where nothing can be sent any more, what was begun is still there.
      let form =
        view.head.refusal == nil || draft != nil
        ? form(FormState(["body": draft?.text.body ?? "", "key": key(of: view.head)]), draft: DraftFields(draft, maker: maker), id, maker)
        : nil
      return (.page(ConversationPage(view, form: form, maker: maker)), view.parts.last?.number ?? 0)
    })
    if !context.request.isPrefetch { context.services.reading.saw(id, upTo: last, by: actor.id) }
    return reply
  }

  /// The first part that was not read yet, else the last.
  static func newest(_ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try conversation(context.request), context.actor)
    let head = try await context.read { tx in try ConversationHead.find(id, for: actor, in: tx) }
    guard let head else { throw ForumError.notFound }
    return .redirect(Paths.part(WrittenPart(conversation: id, number: min(head.readNumber + 1, head.lastNumber))))
  }

  static func write(_ form: MessageForm, _ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try conversation(context.request), context.actor)
    let place = DraftPlace.message(id)
    // Who cannot read it gets nothing back but that it is not there.
    guard try await context.read({ tx in try ConversationHead.find(id, for: actor, in: tx) }) != nil else { throw ForumError.notFound }
    if form.draft.isSave {
      return try await context.keep(DraftText(body: form.body), at: place, form.draft) { state in
        try await again(context.typed(MessageForm.fields), of: id, context) { maker, _ in state(maker) }
      }
    }
    let draft = { @Sendable (maker: PageMaker, tx: Transaction) in try form.draft.fields(at: place, maker: maker, in: tx) }
    return try await context.filling(MessageForm.fields) {
      let (body, key) = try form.parse(people: try await context.people(in: form.body))
      if form.isPreview {
        return try await context.preview(body) { try await again(context.typed(MessageForm.fields), of: id, preview: body, context, draft) }
      }
      let part = try await context.write { tx in
        let part = try WriteMessage(conversation: id, body: body, key: key).perform(by: actor, in: tx)
        try SendDraft(place, stamp: form.draft.stamp).perform(by: actor, in: tx)
        return part
      }
      return .redirect(Paths.part(part))
    } again: { state, maker, tx in
      try page(state, of: id, actor, draft: try draft(maker, tx), maker, tx)
    }
  }

  private static func again(
    _ state: FormState, of id: ConversationID, preview: PostBody? = nil, _ context: MemberContext,
    _ draft: @escaping @Sendable (PageMaker, Transaction) throws -> DraftFields
  ) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      try page(state, of: id, actor, preview: preview, draft: try draft(maker, tx), maker, tx)
    }
  }

  /// The end of the conversation with what was typed.
  private static func page(
    _ state: FormState, of id: ConversationID, _ actor: Actor, preview: PostBody? = nil, draft: DraftFields, _ maker: PageMaker,
    _ tx: Transaction
  ) throws -> ConversationPage {
    guard let head = try ConversationHead.find(id, for: actor, in: tx) else { throw ForumError.notFound }
    let view = try ConversationView.load(id, page: ConversationView.page(of: head.lastNumber), for: actor, in: tx)
    return ConversationPage(view, form: form(state, preview: preview, draft: draft, id, maker), maker: maker)
  }

  private static func form(
    _ state: FormState, preview: PostBody? = nil, draft: DraftFields, _ id: ConversationID, _ maker: PageMaker
  ) -> MessageFields {
    MessageFields(state, to: Paths.act("parts", on: id), send: "conversation.send", preview: preview, draft: draft, maker: maker)
  }

  /// Together with the text it tells a form sent twice from two messages.
  private static func key(of head: ConversationHead) -> String { "talk-\(head.id.rawValue)-\(head.lastNumber)" }

  static func conversation(_ request: PageRequest) throws -> ConversationID {
    guard let id = ConversationID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}

/// Leaving, coming back, and hearing nothing of a conversation.
enum ConversationActHandlers {
  static func leave(_ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try ConversationHandlers.conversation(context.request), context.actor)
    try await context.write { tx in try LeaveConversation(id).perform(by: actor, in: tx) }
    return .redirect(
      Paths.messages, cookies: [.flash("conversationLeft", undo: Paths.act("come-back", on: id), at: context.request.door)])
  }

  static func comeBack(_ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try ConversationHandlers.conversation(context.request), context.actor)
    try await context.write { tx in try ReturnToConversation(conversation: id).perform(by: actor, in: tx) }
    return .redirect(Paths.conversation(id), cookies: [.flash("conversationBack", at: context.request.door)])
  }

  static func mute(_ form: WantedForm, _ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try ConversationHandlers.conversation(context.request), context.actor)
    try await context.write { tx in try MuteConversation(id, wanted: form.wanted).perform(by: actor, in: tx) }
    return .redirect(Paths.conversation(id))
  }
}
