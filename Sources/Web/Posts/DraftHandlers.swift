import Community
import Pages

/// What a member has begun, to go on with or to put away.
enum DraftHandlers {
  static func list(_ context: MemberContext) async throws -> Reply {
    try await context.page { maker, tx in DraftsPage(try DraftList.load(for: context.actor, in: tx), maker: maker) }
  }

  static func discard(_ context: MemberContext) async throws -> Reply {
    let draft = try id(context)
    try await context.write { tx in try DiscardDraft(draft: draft).perform(by: context.actor, in: tx) }
    return .redirect(Paths.drafts, cookies: [.flash("draftDiscarded", undo: Paths.restoreDraft(draft), at: context.request.door)])
  }

  static func restore(_ context: MemberContext) async throws -> Reply {
    let draft = try id(context)
    try await context.write { tx in try RestoreDraft(draft: draft).perform(by: context.actor, in: tx) }
    return .redirect(Paths.drafts)
  }

  private static func id(_ context: MemberContext) throws -> DraftID {
    guard let id = DraftID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}
