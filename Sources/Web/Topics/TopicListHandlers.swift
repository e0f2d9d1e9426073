import Community
import Pages

/// Lists of topics.
enum TopicListHandlers {
  static func latest(_ context: SiteContext) async throws -> Reply {
    let cursor = try cursor(context)
    return try await context.page { maker, tx in
      let announced = cursor == nil ? try Announcement.shown(for: maker.viewer, in: tx) : []
      let list = try TopicList.load(.latest, before: cursor, for: maker.viewer, in: tx)
      let welcome = cursor == nil && maker.viewer.memberID == nil ? try SiteText.published(.welcome, in: tx) : nil
      let suggested =
        cursor == nil ? try context.services.suggested.topics(for: maker.viewer, context.services.matching, in: tx) : .none
      return TopicListPage(
        .latest, list, isFirst: cursor == nil, announcements: announced, welcome: welcome, suggested: suggested, maker: maker)
    }
  }

  static func unanswered(_ context: SiteContext) async throws -> Reply {
    let cursor = try cursor(context)
    return try await context.page { maker, tx in
      let list = try TopicList.load(.unanswered, before: cursor, for: maker.viewer, in: tx)
      let since = try OldestWaiting.since(for: maker.viewer, in: tx)
      return TopicListPage(.unanswered(since: since), list, isFirst: cursor == nil, maker: maker)
    }
  }

  static func newToMe(_ context: MemberContext) async throws -> Reply {
    let (cursor, member) = (try cursor(context.site), context.actor.id)
    return try await context.page { maker, tx in
      let list = try TopicList.load(.newToMe(member), before: cursor, for: maker.viewer, in: tx)
      return TopicListPage(.newToMe, list, isFirst: cursor == nil, maker: maker)
    }
  }

  static func mine(_ context: MemberContext) async throws -> Reply {
    let (cursor, member) = (try cursor(context.site), context.actor.id)
    guard let which = TopicList.Mine(rawValue: context.request.query("only") ?? "all") else { throw ForumError.notFound }
    return try await context.page { maker, tx in
      let list = try TopicList.load(.mine(member, which), before: cursor, for: maker.viewer, in: tx)
      return TopicListPage(.mine(which), list, isFirst: cursor == nil, maker: maker)
    }
  }

  static func category(_ context: SiteContext) async throws -> Reply {
    let cursor = try cursor(context)
    let slug = context.request.parameter("slug") ?? ""
    return try await context.reply { maker, tx in
      guard let category = try CategoryRow.find(slug, for: maker.viewer, in: tx) else {
        return try OldAddressHandlers.category(slug, for: maker.viewer, in: tx)
      }
      let list = try TopicList.load(.category(category.id), before: cursor, for: maker.viewer, in: tx)
      let level = try FollowLevel.of(.category(category.id), for: maker.viewer, in: tx)
      let announced = cursor == nil ? try Announcement.shown(onTopOf: category.id, for: maker.viewer, in: tx) : []
      let hosts = try CategoryHost.all(of: category.id, in: tx)
      return .page(
        TopicListPage(
          .category(category, hosts), list, isFirst: cursor == nil, announcements: announced, followLevel: level, maker: maker))
    }
  }

  static func tag(_ context: SiteContext) async throws -> Reply {
    let cursor = try cursor(context)
    let name = context.request.parameter("name") ?? ""
    return try await context.reply { maker, tx in
      switch try TagView.find(name, for: maker.viewer, in: tx) {
      case .tag(let tag):
        let list = try TopicList.load(.tag(tag.id), before: cursor, for: maker.viewer, in: tx)
        let level = try FollowLevel.of(.tag(tag.id), for: maker.viewer, in: tx)
        return .page(TopicListPage(.tag(tag), list, isFirst: cursor == nil, followLevel: level, maker: maker))
      case .synonym(let meant): return .redirect(Paths.tag(meant), status: .moved)
      case nil: throw ForumError.notFound
      }
    }
  }

  private static func cursor(_ context: SiteContext) throws -> TopicList.Cursor? {
    guard let text = context.request.query("before") else { return nil }
    guard let cursor = TopicList.Cursor(text) else { throw ForumError.notFound }
    return cursor
  }
}
