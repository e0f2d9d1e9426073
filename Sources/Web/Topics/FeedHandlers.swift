import Community
import Database
import Pages
import Templates

/// Feeds and the map of the site: what anybody may read, for programs. Whoever asks, they are answered as a visitor.
enum FeedHandlers {
  static func latest(_ context: MachineContext) async throws -> Reply {
    try await feed(context) { maker, tx in
      FeedPage(try TopicFeed.load(.latest, for: .visitor, in: tx), title: nil, path: Paths.home, isOfTopic: false, maker: maker)
    }
  }

  static func category(_ context: MachineContext) async throws -> Reply {
    let slug = context.request.parameter("slug") ?? ""
    return try await feed(context) { maker, tx in
      let current = try CategoryRow.renamed(slug, for: .visitor, in: tx)
      let found = try CategoryRow.find(slug, for: .visitor, in: tx) ?? current.flatMap { try CategoryRow.find($0, for: .visitor, in: tx) }
      guard let category = found else { throw ForumError.notFound }
      let feed = try TopicFeed.load(.category(category.id), for: .visitor, in: tx)
      return FeedPage(feed, title: category.name, path: Paths.category(category.slug), isOfTopic: false, maker: maker)
    }
  }

  static func tag(_ context: MachineContext) async throws -> Reply {
    let name = context.request.parameter("name") ?? ""
    return try await feed(context) { maker, tx in
      guard case .tag(let tag) = try TagView.find(name, for: .visitor, in: tx) else { throw ForumError.notFound }
      let feed = try TopicFeed.load(.tag(tag.id), for: .visitor, in: tx)
      return FeedPage(feed, title: tag.name, path: Paths.tag(tag.name), isOfTopic: false, maker: maker)
    }
  }

  /// The words in the address may be old ones: readers keep what they were once given.
  static func topic(_ context: MachineContext) async throws -> Reply {
    guard let id = TopicID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return try await feed(context) { maker, tx in
      guard let topic = try TopicHead.find(id, for: .visitor, in: tx) else { throw ForumError.notFound }
      let feed = try TopicFeed.load(topic, for: .visitor, in: tx)
      return FeedPage(feed, title: topic.title, path: Paths.topic(topic.id, topic.slug), isOfTopic: true, maker: maker)
    }
  }

  static func sitemap(_ context: MachineContext) async throws -> Reply {
    try await xml(context, type: "application/xml", seconds: 3600) { maker, tx in SitemapIndexPage(try Sitemap.parts(in: tx), maker: maker)
    }
  }

  static func sitemapPart(_ context: MachineContext) async throws -> Reply {
    let name = context.request.parameter("part") ?? ""
    return try await xml(context, type: "application/xml", seconds: 3600) { maker, tx in
      if name == "pages.xml" { return SitemapPage(maker: maker) }
      guard name.hasPrefix("topics-"), name.hasSuffix(".xml"), let part = Identifier<Never>(name.dropFirst(7).dropLast(4)) else {
        throw ForumError.notFound
      }
      let places = try Sitemap.places(inPart: part.rawValue, in: tx)
      guard !places.isEmpty else { throw ForumError.notFound }
      return SitemapPage(places, maker: maker)
    }
  }

  private static func feed(
    _ context: MachineContext, _ make: @escaping @Sendable (PageMaker, Transaction) throws -> FeedPage
  ) async throws -> Reply {
    try await xml(context, type: "application/atom+xml", seconds: 300, make)
  }

  private static func xml<P: Page>(
    _ context: MachineContext, type: String, seconds: Int, _ make: @escaping @Sendable (PageMaker, Transaction) throws -> P
  ) async throws -> Reply {
    let page = try await context.read { tx in try make(try context.maker(in: tx), tx) }
    return .bytes(try context.site.edition.render(page), type: type, cache: .shared(seconds: seconds))
  }
}
