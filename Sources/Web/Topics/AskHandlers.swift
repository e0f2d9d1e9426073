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
        key: key(request), maker: maker)
    }
  }

  static func open(_ form: OpenTopicForm, _ context: SiteContext) async throws -> Reply {
    let rows = try await context.read { tx in try categories(for: context.viewer, in: tx) }
    do {
      if form.isPreview { return try await preview(form, rows, context) }
      let (open, account) = try await parse(form, rows, context)
      let (topic, slug) = try await context.write { tx in
        let actor = try account?.perform(in: tx) ?? Actor(context.viewer)
        guard let actor else { throw ForumError.forbidden(.signInFirst) }
        let topic = try open.perform(by: actor, in: tx)
        return (topic, open.title.slug)
      }
      return .redirect(Paths.topic(topic, slug), cookies: account.map { [$0.cookie] } ?? [])
    } catch let error as ForumError {
      return try await again(form, after: error, context: context)
    }
  }

  /// Problems of the question and of the account are said together.
  private static func parse(
    _ form: OpenTopicForm, _ rows: [CategoryRow], _ context: SiteContext
  ) async throws -> (OpenTopic, AccountAtAsk.Prepared?) {
    var problems: [FieldProblem] = []
    var open: OpenTopic?
    var account: AccountAtAsk.Prepared?
    do { open = try form.parse(categories: rows) } catch ForumError.invalid(let found) { problems += found }
    if context.viewer.memberID == nil {
      do {
        // A password is hashed only for a question that can be asked.
        account = try await AccountAtAsk.prepare(
          isNew: form.isNew, name: form.name, email: form.email, password: form.password, checkOnly: !problems.isEmpty, context: context)
      } catch ForumError.invalid(let found) { problems += found }
    }
    guard let open, problems.isEmpty else { throw ForumError.invalid(problems) }
    return (open, account)
  }

  private static func preview(_ form: OpenTopicForm, _ rows: [CategoryRow], _ context: SiteContext) async throws -> Reply {
    let state = form.state(problems: [])
    let body: PostBody
    do throws(Problem) { body = try PostBody(state["body"]) } catch { throw ForumError.invalid([FieldProblem("body", error)]) }
    return try await context.page { maker, _ in
      AskPage(state, categories: rows, key: form.key, preview: body, maker: maker)
    }
  }

  private static func again(_ form: OpenTopicForm, after error: ForumError, context: SiteContext) async throws -> Reply {
    try await context.page(status: Reply.Status(refusing: error)) { maker, tx in
      let problems: [FieldProblem] = if case .invalid(let problems) = error { problems } else { [] }
      let notice = problems.isEmpty ? maker.sentence(for: error, field: "") : nil
      return AskPage(
        form.state(problems: problems), categories: try categories(for: maker.viewer, in: tx), key: form.key, notice: notice, maker: maker)
    }
  }

  /// Where the viewer may open topics; for a visitor, where they will be able to as soon as they have an account.
  private static func categories(for viewer: Viewer, in tx: Transaction) throws -> [CategoryRow] {
    let seen = try CategoryRow.all(for: viewer, in: tx)
    guard viewer.memberID == nil else { return seen.filter(\.mayOpen) }
    let names = Set(seen.map(\.id))
    return try CategoryRow.all(for: .newcomer, in: tx).filter { $0.mayOpen && names.contains($0.id) }
  }

  private static func key(_ request: PageRequest) -> String { "ask-\(request.requestID)" }
}
