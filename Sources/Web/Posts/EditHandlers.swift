import Community
import Database
import Pages

/// Changing a post. Whatever stands in the way, the text comes back.
enum EditHandlers {
  static func form(_ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    return try await context.page { maker, tx in
      let source = try PostSource.find(post, by: context.actor, in: tx)
      let state = FormState([
        "body": source.body, "version": String(source.version), "title": source.topic.title, "category": source.topic.categorySlug,
        "tags": source.tags.joined(separator: ", "),
      ])
      return EditPage(state, of: source, categories: try categories(of: source, maker.viewer, tx), maker: maker)
    }
  }

  static func save(_ form: EditPostForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    let (source, rows) = try await context.read { tx in
      let source = try PostSource.find(post, by: context.actor, in: tx)
      return (source, try categories(of: source, context.viewer, tx))
    }
    return try await context.filling(EditPostForm.fields) {
      let edit = try form.parse(for: source, categories: rows, people: try await context.people(in: form.body))
      if form.isPreview { return try await preview(edit, of: source, rows, context) }
      try await context.write { tx in try edit.perform(by: context.actor, in: tx) }
      return .redirect(Paths.post(post))
    } again: { state, maker, tx in
      let (upToDate, standing) = try upToDate(state, by: context.actor, in: tx, of: post)
      return EditPage(upToDate, of: source, categories: rows, standing: standing, maker: maker)
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

  private static func preview(_ edit: EditPost, of source: PostSource, _ rows: [CategoryRow], _ context: MemberContext) async throws
    -> Reply
  {
    let state = context.typed(EditPostForm.fields)
    return try await context.page { maker, _ in EditPage(state, of: source, categories: rows, preview: edit.body, maker: maker) }
  }

  /// Where the topic is, and wherever the viewer may open topics.
  private static func categories(of source: PostSource, _ viewer: Viewer, _ tx: Transaction) throws -> [CategoryRow] {
    try CategoryRow.all(for: viewer, in: tx).filter { $0.mayOpen || $0.id == source.topic.categoryID }
  }
}
