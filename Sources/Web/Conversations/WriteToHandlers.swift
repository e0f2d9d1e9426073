import Community
import Database
import Pages

/// The first message to a member.
enum WriteToHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let (handle, actor, key) = (try handle(context), context.actor, "letter-\(context.request.requestID)")
    return try await context.reply { maker, tx in
      let addressee = try find(handle, for: actor, in: tx)
      if let conversation = addressee.conversation { return .redirect(Paths.conversationEnd(conversation)) }
      let draft = try Draft.find(.letter(addressee.badge.id), of: maker.viewer, in: tx)
      let state = FormState(["body": draft?.text.body ?? "", "key": key])
      let hasForm = addressee.refusal == nil || draft != nil
      let form = hasForm ? fields(state, to: handle, draft: DraftFields(draft, maker: maker), maker) : nil
      return .page(WriteToPage(to: addressee, form: form, maker: maker))
    }
  }

  static func write(_ form: MessageForm, _ context: MemberContext) async throws -> Reply {
    let (handle, actor) = (try handle(context), context.actor)
    let member = try await context.read { tx in try find(handle, for: actor, in: tx).badge.id }
    let place = DraftPlace.letter(member)
    if form.draft.isSave {
      return try await context.keep(DraftText(body: form.body), at: place, form.draft) { state in
        let typed = context.typed(MessageForm.fields)
        return try await context.page { maker, tx in try page(typed, to: handle, actor, draft: state(maker), maker, tx) }
      }
    }
    return try await context.filling(MessageForm.fields) {
      let (body, key) = try form.parse(people: try await context.people(in: form.body))
      if form.isPreview {
        return try await context.preview(body) {
          let typed = context.typed(MessageForm.fields)
          return try await context.page { maker, tx in
            try page(typed, to: handle, actor, preview: body, draft: try form.draft.fields(at: place, maker: maker, in: tx), maker, tx)
          }
        }
      }
      let part = try await context.write { tx in
        let part = try WriteToMember(member: member, body: body, key: key).perform(by: actor, in: tx)
        try SendDraft(place, stamp: form.draft.stamp).perform(by: actor, in: tx)
        return part
      }
      return .redirect(Paths.part(part))
    } again: { state, maker, tx in
      try page(state, to: handle, actor, draft: try form.draft.fields(at: place, maker: maker, in: tx), maker, tx)
    }
  }

  private static func page(
    _ state: FormState, to handle: Handle, _ actor: Actor, preview: PostBody? = nil, draft: DraftFields, _ maker: PageMaker,
    _ tx: Transaction
  ) throws -> WriteToPage {
    let addressee = try find(handle, for: actor, in: tx)
    return WriteToPage(to: addressee, form: fields(state, to: handle, preview: preview, draft: draft, maker), maker: maker)
  }

  private static func fields(
    _ state: FormState, to handle: Handle, preview: PostBody? = nil, draft: DraftFields, _ maker: PageMaker
  ) -> MessageFields {
    MessageFields(state, to: Paths.writeTo(handle.text), send: "conversation.send", preview: preview, draft: draft, maker: maker)
  }

  private static func find(_ handle: Handle, for actor: Actor, in tx: Transaction) throws -> Addressee {
    guard let badge = try MemberBadge.find(handle, in: tx), let addressee = try Addressee.find(badge.id, for: actor, in: tx) else {
      throw ForumError.notFound
    }
    return addressee
  }

  private static func handle(_ context: MemberContext) throws -> Handle {
    guard let handle = Handle(plain: context.request.parameter("handle") ?? "") else { throw ForumError.notFound }
    return handle
  }
}
