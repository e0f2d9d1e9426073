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
      AskPage(
        FormState(["category": category, "title": title]), categories: try categories(for: maker.viewer, in: tx),
        key: "ask-\(request.requestID)", losesCookies: !request.door.keepsCookies, maker: maker)
    }
  }

  static func open(_ form: OpenTopicForm, _ context: SiteContext) async throws -> Reply {
    let rows = try await context.read { tx in try categories(for: context.viewer, in: tx) }
    return try await context.filling(OpenTopicForm.fields) {
      let people = try await context.people(in: form.values["body"])
      if form.isPreview { return try await preview(form, rows, people, context) }
      let open = try parsed(form, rows, people, context)
      // Hashing is slow and says something about an account, so it comes after everything else is right.
      let account = context.signedIn == nil ? try await AccountInPassing.prepare(form.values, context) : nil
      let topic = try await context.write { tx in
        guard let actor = try account?.perform(in: tx) ?? Actor(context.viewer) else { throw ForumError.forbidden(.signInFirst) }
        return try open.perform(by: actor, in: tx)
      }
      return .redirect(Paths.topic(topic, open.title.slug), cookies: account.map { [$0.cookie] } ?? [])
    } again: { state, maker, _ in
      AskPage(state, categories: rows, key: form.key, losesCookies: !context.request.door.keepsCookies, maker: maker)
    }
  }

  /// Throws every problem at once, a visitor's own included.
  private static func parsed(
    _ form: OpenTopicForm, _ rows: [CategoryRow], _ people: Set<String>, _ context: SiteContext
  ) throws -> OpenTopic {
    do { return try form.parse(categories: rows, people: people) } catch ForumError.invalid(let problems) where context.signedIn == nil {
      let known = Set(problems.map(\.field))
      throw ForumError.invalid(problems + AccountInPassing.problems(in: form.values).filter { !known.contains($0.field) })
    }
  }

  private static func preview(
    _ form: OpenTopicForm, _ rows: [CategoryRow], _ people: Set<String>, _ context: SiteContext
  ) async throws -> Reply {
    let body = try parsedBody(form.values["body"], people: people)
    let state = context.typed(OpenTopicForm.fields)
    let losesCookies = !context.request.door.keepsCookies
    return try await context.page { maker, _ in
      AskPage(state, categories: rows, key: form.key, preview: body, losesCookies: losesCookies, maker: maker)
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
