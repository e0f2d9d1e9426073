import Community
import Pages

/// Marking categories and tags whose texts never suggest people.
enum SensitiveHandlers {
  static func category(_ form: UseFactForm, _ context: AdminContext) async throws -> Reply {
    guard let id = CategoryID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return try await set(.category(id), form, Paths.categorySheet(id), context)
  }

  static func tag(_ form: UseFactForm, _ context: AdminContext) async throws -> Reply {
    guard let id = TopicTagID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return try await set(.tag(id), form, Paths.tagSheet(id), context)
  }

  private static func set(_ place: SetSensitive.Place, _ form: UseFactForm, _ back: String, _ context: AdminContext) async throws -> Reply {
    let (actor, set) = (context.actor, SetSensitive(place, wanted: form.wanted))
    try await context.write { tx in try set.perform(by: actor, in: tx) }
    return .redirect(back, cookies: [.flash(form.wanted ? "markedSensitive" : "notSensitive", at: context.request.door)])
  }
}
