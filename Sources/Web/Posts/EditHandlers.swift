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
      return EditPage(state, of: source, categories: try categories(of: source, maker, tx), maker: maker)
    }
  }

  static func save(_ form: EditPostForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    let (source, rows) = try await context.read { tx in
      (try PostSource.find(post, by: context.actor, in: tx), try CategoryRow.all(for: context.viewer, in: tx))
    }
    do {
      let edit = try form.parse(for: source, categories: rows)
      if form.isPreview {
        return try await again(form, of: source, preview: edit.body, context: context)
      }
      try await context.write { tx in try edit.perform(by: context.actor, in: tx) }
      return .redirect(Paths.post(post))
    } catch let error as ForumError {
      if error == .notFound || error == .gone { throw error }
      return try await again(form, of: source, after: error, context: context)
    }
  }

  private static func again(
    _ form: EditPostForm, of source: PostSource, after error: ForumError? = nil, preview: PostBody? = nil, context: MemberContext
  ) async throws -> Reply {
    try await context.page(status: error.map { Reply.Status(refusing: $0) } ?? .ok) { maker, tx in
      let problems: [FieldProblem] = if case .invalid(let problems) = error { problems } else { [] }
      let notice = problems.isEmpty ? error.map { maker.sentence(for: $0, field: "body") } : nil
      return EditPage(
        form.state(problems: problems), of: source, categories: try categories(of: source, maker, tx), notice: notice, preview: preview,
        maker: maker)
    }
  }

  /// Where the topic is, and wherever the viewer may open topics.
  private static func categories(of source: PostSource, _ maker: PageMaker, _ tx: Transaction) throws -> [CategoryRow] {
    try CategoryRow.all(for: maker.viewer, in: tx).filter { $0.mayOpen || $0.id == source.topic.categoryID }
  }
}
