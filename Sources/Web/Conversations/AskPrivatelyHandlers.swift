import Community
import Database
import Pages

/// A question to the company alone.
enum AskPrivatelyHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let key = "private-\(context.request.requestID)"
    return try await context.page { maker, tx in
      let draft = try Draft.find(.privately, of: maker.viewer, in: tx)
      let state = FormState(["title": draft?.text.title ?? "", "body": draft?.text.body ?? "", "key": key])
      return page(state, draft: DraftFields(draft, maker: maker), maker)
    }
  }

  static func ask(_ form: AskPrivatelyForm, _ context: MemberContext) async throws -> Reply {
    let (actor, stamp) = (context.actor, form.message.draft)
    if stamp.isSave {
      return try await context.keep(form.draftText, at: .privately, stamp) { state in
        let typed = context.typed(AskPrivatelyForm.fields)
        return try await context.page { maker, _ in page(typed, draft: state(maker), maker) }
      }
    }
    return try await context.filling(AskPrivatelyForm.fields) {
      let people = try await context.people(in: form.message.body)
      if form.message.isPreview {
        let body = try parsedBody(form.message.body, people: people)
        return try await context.preview(body, title: form.draftText.title) {
          let typed = context.typed(AskPrivatelyForm.fields)
          return try await context.page { maker, tx in
            page(typed, preview: body, draft: try stamp.fields(at: .privately, maker: maker, in: tx), maker)
          }
        }
      }
      let ask = try form.parse(people: people)
      let part = try await context.write { tx in
        let part = try ask.perform(by: actor, in: tx)
        try SendDraft(.privately, stamp: stamp.stamp).perform(by: actor, in: tx)
        return part
      }
      return .redirect(Paths.part(part))
    } again: { state, maker, tx in
      page(state, draft: try stamp.fields(at: .privately, maker: maker, in: tx), maker)
    }
  }

  private static func page(_ state: FormState, preview: PostBody? = nil, draft: DraftFields, _ maker: PageMaker) -> WriteToPage {
    let form = MessageFields(
      state, to: Paths.askPrivately, hasTitle: true, send: "askPrivately.act", preview: preview, draft: draft, maker: maker)
    return WriteToPage(toStaff: form, maker: maker)
  }
}
