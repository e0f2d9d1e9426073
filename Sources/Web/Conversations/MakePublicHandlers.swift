import Community
import Database
import Pages

/// A private question on its way to everybody, in words its asker has gone over.
enum MakePublicHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let (id, actor) = (try ConversationHandlers.conversation(context.request), context.actor)
    return try await context.page { maker, tx in
      let wording = try PublicWording.load(id, for: actor, in: tx)
      let draft = try Draft.find(.publish(id), of: maker.viewer, in: tx)
      let state = FormState([
        "title": draft?.text.title ?? wording.title, "body": draft?.text.body ?? wording.body, "category": draft?.text.category ?? "",
        "tags": draft?.text.tags ?? "", "key": "public-\(id.rawValue)",
      ])
      return MakePublicPage(
        state, of: id, categories: try categories(for: maker.viewer, in: tx), isStripped: wording.isStripped,
        draft: DraftFields(draft, maker: maker), maker: maker)
    }
  }

  static func send(_ form: MakePublicForm, _ context: MemberContext) async throws -> Reply {
    let (id, actor, stamp) = (try ConversationHandlers.conversation(context.request), context.actor, form.message.draft)
    let place = DraftPlace.publish(id)
    // A second press of the button leads to what the first one made.
    if let topic = try await context.read({ tx in try MakePublic.topic(of: id, askedBy: actor, in: tx) }) {
      return .redirect(Paths.topicBare(topic))
    }
    let (rows, isStripped) = try await context.read { tx in
      (try categories(for: context.viewer, in: tx), try PublicWording.load(id, for: actor, in: tx).isStripped)
    }
    let page = { @Sendable (state: FormState, preview: PostBody?, draft: DraftFields, maker: PageMaker) in
      MakePublicPage(state, of: id, categories: rows, isStripped: isStripped, preview: preview, draft: draft, maker: maker)
    }
    if stamp.isSave {
      return try await context.keep(form.draftText, at: place, stamp) { state in
        let typed = context.typed(MakePublicForm.fields)
        return try await context.page { maker, _ in page(typed, nil, state(maker), maker) }
      }
    }
    return try await context.filling(MakePublicForm.fields) {
      let people = try await context.people(in: form.message.body)
      if form.message.isPreview {
        let body = try parsedBody(form.message.body, people: people)
        return try await context.preview(body, title: form.title) {
          let typed = context.typed(MakePublicForm.fields)
          return try await context.page { maker, tx in page(typed, body, try stamp.fields(at: place, maker: maker, in: tx), maker) }
        }
      }
      let open = try form.parse(categories: rows, people: people)
      let topic = try await context.write { tx in
        let topic = try MakePublic(id, as: open).perform(by: actor, in: tx)
        try SendDraft(place, stamp: stamp.stamp).perform(by: actor, in: tx)
        return topic
      }
      return .redirect(Paths.topicBare(topic))
    } again: { state, maker, tx in
      page(state, nil, try stamp.fields(at: place, maker: maker, in: tx), maker)
    }
  }

  private static func categories(for viewer: Viewer, in tx: Transaction) throws -> [CategoryRow] {
    try CategoryRow.all(for: viewer, in: tx).filter(\.mayOpen)
  }
}
