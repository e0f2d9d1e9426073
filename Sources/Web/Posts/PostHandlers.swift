import Community
import Pages

/// Reading single posts.
enum PostHandlers {
  /// A permalink leads to the place of its post.
  static func permalink(_ context: SiteContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    return try await context.reply { maker, tx in
      guard let place = try PostPlace.find(post, for: maker.viewer, in: tx) else { throw ForumError.notFound }
      return .redirect(Paths.place(place))
    }
  }

  static func history(_ context: SiteContext) async throws -> Reply {
    let post = try TopicAddress.post(context.request)
    return try await context.page { maker, tx in
      HistoryPage(try PostHistory.load(post, for: maker.viewer, in: tx), post: post, maker: maker)
    }
  }
}
