import Community
import Pages

/// Suggestions while a word is typed: `?member=` or `?tag=` and how it begins.
enum CompletionHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    // A part of a page, never a page.
    guard context.request.isFragment else { throw ForumError.notFound }
    try context.services.completions.pass(context.actor.id, now: context.now)
    if let member = context.request.query("member") {
      guard let complete = CompleteHandle(member) else { return .page(CompletionPage([MemberBadge]())) }
      return .page(CompletionPage(try await context.read { tx in try complete.perform(for: context.viewer, in: tx) }))
    }
    guard let complete = CompleteTag(context.request.query("tag") ?? "") else { return .page(CompletionPage([String]())) }
    return .page(CompletionPage(try await context.read { tx in try complete.perform(for: context.viewer, in: tx) }))
  }
}
