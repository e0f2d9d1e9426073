import Community
import Database
import Pages

/// A topic's page.
enum TopicHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    if OldAddressHandlers.namesTopicLast(context.request) { return try await OldAddressHandlers.topicLast(context) }
    let id = try TopicAddress.topic(context.request)
    let page = try TopicAddress.page(context.request)
    let order = AnswerOrder(rawValue: context.request.query("order") ?? "") ?? .oldest
    let replyTo = PostID(context.request.query("reply_to") ?? "")
    let quoted = PostID(context.request.query("quote") ?? "")
    let (reply, posts) = try await context.reply(knowing: { maker, tx -> (Reply, [PostID]) in
      let view: TopicView
      do { view = try TopicView.load(id, order: order, page: page ?? 1, for: maker.viewer, in: tx) } catch ForumError.notFound {
        return (try absent(id, page, context, maker, in: tx), [])
      }
      guard context.request.parameter("slug") == view.topic.slug, page != 1 else {
        let path = Paths.topic(id, view.topic.slug, page: page ?? 1, order: order == .oldest ? nil : order.rawValue)
        return (.redirect(path, status: .moved), [])
      }
      let drafts = try Draft.find(in: view, of: maker.viewer, in: tx)
      let composer = Composer.empty(
        for: view, replyTo: replyTo, draft: drafts[.reply(id)],
        quote: try quoted.flatMap { try QuotePost(post: $0, in: id).perform(for: maker.viewer, in: tx) }, maker: maker)
      let related = try context.services.related.topics(with: view, for: maker.viewer, context.services.matching, in: tx)
      let offers = try TopicOffers.load(of: view.topic, opening: view.opening.id, for: maker.viewer, in: tx)
      let customers = try Customers.among(view.writers, for: maker.viewer, in: tx)
      // Only who has unread notices may have read one here.
      let hasNotices = (maker.chrome.member?.unread ?? 0) > 0
      return (
        .page(
          TopicPage(
            view, composer: composer, drafts: drafts, related: related, silence: try Silence.of(maker.viewer, in: tx),
            offers: offers, maker: maker.telling(ofCustomers: customers))),
        hasNotices ? view.readable : []
      )
    })
    if case .page = reply, !context.request.isPrefetch {
      context.services.reading.saw(id, page: page ?? 1, by: context.viewer.memberID, posts: posts)
    }
    return reply
  }

  /// An address without the words: they follow.
  static func bare(_ context: SiteContext) async throws -> Reply {
    let id = try TopicAddress.topic(context.request)
    return try await context.reply { maker, tx in
      do {
        let view = try TopicView.load(id, order: .oldest, page: 1, for: maker.viewer, in: tx)
        return .redirect(Paths.topic(id, view.topic.slug), status: .moved)
      } catch ForumError.notFound { return try absent(id, nil, context, maker, in: tx) }
    }
  }

  /// A topic that became part of another leads there; a number may be another forum's.
  private static func absent(
    _ id: TopicID, _ page: Int?, _ context: SiteContext, _ maker: PageMaker, in tx: Transaction
  ) throws -> Reply {
    if let next = try TopicHead.successor(of: id, for: maker.viewer, in: tx) {
      return .redirect(Paths.topic(next.id, next.slug), status: .moved)
    }
    guard page == nil else { throw ForumError.notFound }
    return try OldAddressHandlers.numbersAlone(context.request, for: maker.viewer, in: tx)
  }
}

/// What a topic's or post's address says.
enum TopicAddress {
  static func topic(_ request: PageRequest) throws -> TopicID {
    guard let id = TopicID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }

  static func post(_ request: PageRequest) throws -> PostID {
    guard let id = PostID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }

  /// Nil when the address names no page; anything but a small positive number is not found.
  static func page(_ request: PageRequest) throws -> Int? {
    guard let text = request.query("page") else { return nil }
    guard text.utf8.count <= 6, let page = Int(text), page > 0, String(page) == text else { throw ForumError.notFound }
    return page
  }
}
