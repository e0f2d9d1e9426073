import Community
import Database
import Pages

/// Keeping posts to find them again.
enum BookmarkHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    var cursor: BookmarkList.Cursor?
    if let text = context.request.query("before") {
      guard let place = BookmarkList.Cursor(text) else { throw ForumError.notFound }
      cursor = place
    }
    let (actor, removed, start) = (context.actor, context.request.query("removed").flatMap { PostID($0) }, cursor)
    return try await context.page { maker, tx in
      BookmarksPage(
        try BookmarkList.load(before: start, for: actor, in: tx), removed: removed, isFirst: start == nil, maker: maker)
    }
  }

  static func set(_ form: BookmarkForm, _ context: MemberContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    let actor = context.actor
    try await context.write { tx in try SetBookmark(post, wanted: form.wanted).perform(by: actor, in: tx) }
    if let returnTo = form.returnTo { return .redirect(returnTo) }
    return .redirect(
      Paths.post(post),
      cookies: [form.wanted ? .flash("bookmarked", at: context.request.door) : .flash("bookmarkRemoved", at: context.request.door)])
  }
}

/// Whether a post is to be kept.
struct BookmarkForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3), AccountFormFields.returnTo]
  let wanted: Bool
  let returnTo: String?
  init(_ values: FormValues) {
    wanted = values["wanted"] != "no"
    returnTo = values.has("return_to") ? ReturnPath(values["return_to"])?.text : nil
  }
}
