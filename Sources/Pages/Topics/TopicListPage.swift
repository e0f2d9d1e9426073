package import Community
package import Database
package import Templates

/// A list of topics: home with its views, a category, or a tag.
package struct TopicListPage: Page {
  package static let template = "topics/list"
  package let site: SiteFrame
  package let heading: String
  package let description: String?
  package let askPath: String
  let tabs: [LinkFields]
  /// Narrower views of one's own topics.
  let filters: [LinkFields]
  let isWhole: Bool
  let isCategory: Bool
  /// A category that is only read.
  let isArchived: Bool
  let hosts: [LinkFields]
  /// How much the viewer hears of the category or tag.
  let follow: FollowFields?
  let announcements: [AnnouncedFields]
  /// What the company says to visitors.
  let welcome: SafeHTML?
  /// For a member: questions they may know the answer to, and topics they may like.
  let know: [SuggestedFields]
  let like: [SuggestedFields]
  let rows: [TopicRowFields]
  package let emptyText: String
  /// The newest page, where this is an older one.
  package let newestPath: String?
  package let olderPath: String?

  /// Which list it is, for its head.
  package enum Scope: Sendable {
    case latest, newToMe
    /// `since`, for staff, is how long the oldest has waited.
    case unanswered(since: Timestamp?)
    case mine(TopicList.Mine)
    case category(CategoryRow, [CategoryHost])
    case tag(TagView)

    /// Of the whole community: only there the views of the community are tabs.
    var isWhole: Bool {
      switch self {
      case .latest, .unanswered, .newToMe, .mine: true
      case .category, .tag: false
      }
    }
    var isCategory: Bool { if case .category = self { true } else { false } }
    var tag: String? { if case .tag(let tag) = self { tag.name } else { nil } }
  }

  package init(
    _ scope: Scope, _ list: TopicList, isFirst: Bool, announcements: [Announcement] = [], welcome: SiteText? = nil,
    followLevel: FollowLevel? = nil, suggested: HomeSuggestions = .none,
    maker: PageMaker
  ) {
    let words = maker.words
    let path: String
    var ask: String? = Paths.ask
    var isIndexed = true
    var feed: String? = Paths.home
    var isPersonal = false
    switch scope {
    case .latest:
      (path, heading, description, emptyText) = (Paths.home, words.text("list.latest"), nil, words.text("list.latest.empty"))
    case .newToMe:
      (path, heading, emptyText) = (Paths.newToMe, words.text("list.new"), words.text("list.new.empty"))
      (description, isPersonal) = (words.text("list.new.text"), true)
    case .unanswered(let since):
      (path, heading, emptyText) = (Paths.unanswered, words.text("list.unanswered"), words.text("list.unanswered.empty"))
      description = since.map { words.text("list.oldest", ["span": .text(maker.clock.span(since: $0, words: words))]) }
    case .mine(let which):
      (path, heading, emptyText) = (Paths.mine(which), words.text("list.mine"), words.text("list.mine.empty.\(which.rawValue)"))
      (description, isPersonal) = (nil, true)
    case .category(let category, _):
      (path, heading, emptyText) = (Paths.category(category.slug), category.name, words.text("list.category.empty"))
      feed = path
      description = category.description.isEmpty ? nil : category.description
      ask = category.isArchived ? Paths.ask : Paths.ask(category: category.slug)
    case .tag(let tag):
      (path, heading, emptyText) = (Paths.tag(tag.name), tag.name, words.text("list.tag.empty"))
      feed = path
      description = tag.description.isEmpty ? nil : tag.description
      isIndexed = !list.rows.isEmpty
    }
    site = maker.frame(
      title: heading, description: description ?? maker.chrome.siteDescription, canonical: isPersonal ? nil : path,
      isIndexed: isIndexed && isFirst, feedOf: isPersonal ? nil : feed)
    askPath = ask ?? Paths.ask
    tabs = Self.tabs(path, maker: maker)
    filters = Self.filters(scope, words: words)
    (isWhole, isCategory) = (scope.isWhole, scope.isCategory)
    if case .category(let category, let named) = scope {
      isArchived = category.isArchived
      hosts = named.map { LinkFields(name: $0.name, path: Paths.member($0.handle)) }
    } else {
      (isArchived, hosts) = (false, [])
    }
    follow =
      switch scope {
      case .category(let category, _): FollowFields(.category(category.id), category.slug, followLevel, maker: maker)
      case .tag(let tag): FollowFields(.tag(tag.id), tag.name, followLevel, maker: maker)
      default: nil
      }
    self.welcome = welcome?.safeHTML
    self.announcements = announcements.map { AnnouncedFields($0, maker: maker) }
    know = suggested.know.map { SuggestedFields($0, maker: maker) }
    like = suggested.like.map { SuggestedFields($0, maker: maker) }
    rows = list.rows.map { TopicRowFields($0, in: scope, maker: maker) }
    newestPath = isFirst ? nil : path
    olderPath = list.older.map { "\(path)\(path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?")before=\($0.text)" }
  }

  /// Views of one's own are for those who are somebody here.
  private static func tabs(_ path: String, maker: PageMaker) -> [LinkFields] {
    let isMember = maker.viewer.memberID != nil
    let views = [
      ("latest", Paths.home, true), ("new", Paths.newToMe, isMember), ("unanswered", Paths.unanswered, true),
      ("mine", Paths.mine, isMember),
    ]
    return views.filter(\.2).map { name, address, _ in
      LinkFields(name: maker.words.text("list.tab.\(name)"), path: address, isCurrent: address == path.prefix { $0 != "?" })
    }
  }

  private static func filters(_ scope: Scope, words: Words) -> [LinkFields] {
    guard case .mine(let chosen) = scope else { return [] }
    return TopicList.Mine.allCases.map { which in
      LinkFields(name: words.text("list.mine.\(which.rawValue)"), path: Paths.mine(which), isCurrent: which == chosen)
    }
  }

  private init() {
    (site, heading, description, askPath, tabs) = (.sample, "Latest topics", "All about baking", "/ask", [.sample])
    filters = [.sample]
    (isWhole, isCategory, follow) = (true, true, .sample)
    (isArchived, hosts, know, like) = (true, [.sample], [.sample], [.sample])
    (announcements, welcome) = ([.sample], SafeHTML(escaping: "Welcome."))
    (rows, emptyText, newestPath, olderPath) = ([.sample], "Nothing yet", "/", "/?before=1-1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "description": description.map(Field.text) ?? .nothing
    case "askPath": .text(askPath)
    case "tabs": .many(tabs)
    case "filters": .many(filters)
    case "hasFilters": .flag(!filters.isEmpty)
    case "isWhole": .flag(isWhole)
    case "isCategory": .flag(isCategory && !isArchived)
    case "isArchived": .flag(isArchived)
    case "hosts": .many(hosts)
    case "hasHosts": .flag(!hosts.isEmpty)
    case "follow": follow.map(Field.one) ?? .nothing
    case "announcements": .many(announcements)
    case "welcome": .html(welcome ?? SafeHTML(escaping: ""))
    case "hasWelcome": .flag(welcome != nil)
    case "hasAnnouncements": .flag(!announcements.isEmpty)
    case "know": .many(know)
    case "hasKnow": .flag(!know.isEmpty)
    case "like": .many(like)
    case "hasLike": .flag(!like.isEmpty)
    case "rows": .many(rows)
    case "isEmpty": .flag(rows.isEmpty)
    case "hasRows": .flag(!rows.isEmpty)
    case "emptyText": .text(emptyText)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = TopicListPage()
}
