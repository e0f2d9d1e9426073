import Community
import Database
import Pages

/// Erasing a member: what would go and stay, and then for good.
enum EraseHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try member(context.request), context.actor)
    return try await context.page { maker, tx in ErasePage(try ErasePreview.load(id, for: actor, in: tx), maker: maker) }
  }

  static func erase(_ form: EraseForm, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try member(context.request), context.actor)
    let preview = try await context.read { tx in try ErasePreview.load(id, for: actor, in: tx) }
    let words = try ErasedWords(try context.services.pages.editions().site.words)
    return try await context.filling(EraseForm.fields) {
      try form.confirm(preview.member)
      let erase = EraseMember(id, texts: form.takesTexts, words: words)
      try await context.write { tx in try erase.perform(by: actor, in: tx) }
      return .redirect(Paths.members, cookies: [.flash("memberErased", at: context.request.door)])
    } again: { state, maker, tx in
      ErasePage(try ErasePreview.load(id, for: actor, in: tx), form: state, maker: maker)
    }
  }

  private static func member(_ request: PageRequest) throws -> MemberID {
    guard let id = MemberID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}
