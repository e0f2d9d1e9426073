import Community
import Database
import Pages

/// What was asked before, while somebody writes a question.
enum SimilarHandlers {
  /// Parts of the form for a script: `?title=`, and what else is typed by then.
  static func show(_ context: SiteContext) async throws -> Reply {
    // A part of a page, never a page.
    guard context.request.isFragment else { throw ForumError.notFound }
    let typed = { context.request.query($0) ?? "" }
    let state = FormState(["title": typed("title"), "body": typed("body"), "tags": typed("tags")])
    return try await context.page { maker, tx in try similar(to: state, maker: maker, in: tx) }
  }

  /// Looks by the title; without one nothing is looked for.
  static func similar(to state: FormState, maker: PageMaker, in tx: Transaction) throws -> SimilarPage {
    let title = String(state["title"].prefix(TopicTitle.longest))
    guard !title.allSatisfy(\.isWhitespace) else { return SimilarPage([], tags: [], wasLooked: false, maker: maker) }
    let alike = try SimilarTopics(title: title, body: state["body"]).perform(for: maker.viewer, in: tx)
    let tags = try SuggestTags(title: title, body: state["body"], chosen: state["tags"], alike: alike).perform(for: maker.viewer, in: tx)
    return SimilarPage(try AskedBefore.load(alike, for: maker.viewer, in: tx), tags: tags, maker: maker)
  }

  /// "This solved it": counted, and the answer is shown. What a member had typed is kept as their draft.
  static func spare(_ topic: TopicID, _ form: OpenTopicForm, _ context: SiteContext) async throws -> Reply {
    guard let key = SubmissionKey(form.key) else { throw ForumError.notFound }
    let who = context.viewer.memberID.map { "member \($0.rawValue)" } ?? "address \(context.request.address)"
    let spare = SpareQuestion(topic, form: key, who: who)
    let post = try await context.write { tx in
      if let actor = Actor(context.viewer) {
        _ = try SaveDraft(form.draftText, at: .ask, stamp: form.draft.stamp).perform(by: actor, in: tx)
      }
      return try spare.perform(for: context.viewer, in: tx)
    }
    return .redirect(Paths.post(post))
  }
}
