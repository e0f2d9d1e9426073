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
    let before = try context.request.query("before").map { text in
      guard let number = Identifier<Never>(text) else { throw ForumError.notFound }
      return Int(number.rawValue)
    }
    return try await context.page { maker, tx in
      let history = try PostHistory.load(post, before: before, for: maker.viewer, in: tx)
      return HistoryPage(history, post: post, isFirst: before == nil, maker: maker)
    }
  }
}
