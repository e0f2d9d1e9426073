import Community
import Database
import Pages

/// Changing a post. Whatever stands in the way, the text comes back.
enum EditHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    return try await context.page { maker, tx in
      let source = try PostSource.find(post, by: context.actor, in: tx)
      let draft = try Draft.find(.edit(post), of: maker.viewer, in: tx)
      return EditPage(
        state(source, draft), of: source, categories: try categories(of: source, maker.viewer, tx), draft: DraftFields(draft, maker: maker),
        maker: maker)
    }
  }

  /// What the post says, or what was begun before: with the version it was begun from, so that a change since is not written over.
  private static func state(_ source: PostSource, _ draft: Draft?) -> FormState {
    guard let draft else {
      return FormState([
        "body": source.body, "version": String(source.version), "title": source.topic.title, "category": source.topic.categorySlug,
        "tags": source.tags.joined(separator: ", "),
      ])
    }
    return FormState([
      "body": draft.text.body, "version": String(draft.text.postVersion ?? source.version), "title": draft.text.title,
      "category": draft.text.category, "tags": draft.text.tags,
    ])
  }

  static func save(_ form: EditPostForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    let place = DraftPlace.edit(post)
    if context.comesBackForPicture {
      let typed = context.typed(EditPostForm.fields)
      return try await context.page(status: context.pictureStatus) { maker, tx in
        let source = try PostSource.find(post, by: context.actor, in: tx)
        let draft = try form.draft.fields(at: place, maker: maker, in: tx)
        return EditPage(typed, of: source, categories: try categories(of: source, maker.viewer, tx), draft: draft, maker: maker)
      }
    }
    if form.draft.isSave {
      return try await context.keep(form.draftText, at: place, form.draft) { state in
        let typed = context.typed(EditPostForm.fields)
        return try await context.page { maker, tx in
          let source = try PostSource.find(post, by: context.actor, in: tx)
          return EditPage(typed, of: source, categories: try categories(of: source, maker.viewer, tx), draft: state(maker), maker: maker)
        }
      }
    }
    let (source, rows) = try await context.read { tx in
      let source = try PostSource.find(post, by: context.actor, in: tx)
      return (source, try categories(of: source, context.viewer, tx))
    }
    return try await context.filling(EditPostForm.fields) {
      let edit = try form.parse(for: source, categories: rows, people: try await context.people(in: form.body))
      if form.isPreview { return try await preview(edit, form.draft, of: source, rows, context) }
      try await context.write { tx in
        try edit.perform(by: context.actor, in: tx)
        try SendDraft(place, stamp: form.draft.stamp).perform(by: context.actor, in: tx)
      }
      return .redirect(Paths.post(post))
    } again: { state, maker, tx in
      let (upToDate, standing) = try upToDate(state, by: context.actor, in: tx, of: post)
      let draft = try form.draft.fields(at: place, maker: maker, in: tx)
      return EditPage(upToDate, of: source, categories: rows, standing: standing, draft: draft, maker: maker)
    }
  }

  /// Who was told that somebody changed the post meanwhile may save over that: every version is kept. The old number would be refused
  /// for ever. What it says now comes along, to be compared.
  private static func upToDate(_ state: FormState, by actor: Actor, in tx: Transaction, of post: PostID) throws -> (FormState, String?) {
    guard state.refusal == "conflict.\(ForumError.Conflict.editedMeanwhile.rawValue)" else { return (state, nil) }
    var values = state.values
    let now = try PostSource.find(post, by: actor, in: tx)
    values["version"] = String(now.version)
    return (FormState(values, problems: state.problems, refusal: state.refusal, prefix: state.prefix), now.body)
  }

  private static func preview(
    _ edit: EditPost, _ draft: DraftForm, of source: PostSource, _ rows: [CategoryRow], _ context: MemberContext
  ) async throws -> Reply {
    try await context.preview(edit.body, title: edit.heading?.title.text ?? "") {
      let state = context.typed(EditPostForm.fields)
      return try await context.page { maker, tx in
        let draft = try draft.fields(at: .edit(source.post), maker: maker, in: tx)
        return EditPage(state, of: source, categories: rows, preview: edit.body, draft: draft, maker: maker)
      }
    }
  }

  /// Where the topic is, and wherever the viewer may open topics.
  private static func categories(of source: PostSource, _ viewer: Viewer, _ tx: Transaction) throws -> [CategoryRow] {
    try CategoryRow.all(for: viewer, in: tx).filter { $0.mayOpen || $0.id == source.topic.categoryID }
  }
}
