import Community
import Templates

/// One row of a list of topics.
struct TopicRowFields: Fields {
  let title: String
  let path: String
  let isUnread: Bool
  let chip: StateChip
  /// Nil on the category's own page, where every row would repeat it.
  let category: LinkFields?
  let tags: [LinkFields]
  let avatarPath: String?
  let lastName: String
  let lastRole: String?
  let time: TimeText
  let replies: Int

  /// `scope` is the list it stands in: what that list's heading says is not said again.
  init(_ row: TopicRow, in scope: TopicListPage.Scope, maker: PageMaker) {
    title = row.title
    path = row.unreadAfter.map { Paths.unread(row.id, row.slug, after: $0) } ?? Paths.topic(row.id, row.slug)
    isUnread = row.isUnread
    chip = StateChip(row.state, words: maker.words)
    category = scope.isCategory ? nil : LinkFields(name: row.categoryName, path: Paths.category(row.categorySlug))
    tags = row.tags.filter { $0 != scope.tag }.map { LinkFields(name: $0, path: Paths.tag($0)) }
    avatarPath = row.author.map { Paths.avatar($0.id, $0.face) }
    lastName = row.lastPoster?.name ?? maker.words.text("member.nameless")
    lastRole = row.lastPoster.flatMap { $0.role.isOfTheCompany ? maker.words.text("role.\($0.role.rawValue)") : nil }
    time = maker.time(row.bumpedAt)
    replies = row.replyCount
  }

  private init() {
    (title, path, isUnread, chip, category) = ("How do I print labels?", "/t/1/labels", true, .sample, .sample)
    (tags, avatarPath, lastName, lastRole, time, replies) = ([.sample], "/avatar/1.svg", "Ana", "Staff", .sample, 3)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "isUnread": .flag(isUnread)
    case "chip": .one(chip)
    case "category": category.map(Field.one) ?? .nothing
    case "tags": .many(tags)
    case "avatarPath": avatarPath.map(Field.text) ?? .nothing
    case "lastName": .text(lastName)
    case "lastRole": lastRole.map(Field.text) ?? .nothing
    case "time": .one(time)
    case "replies": .number(replies)
    default: nil
    }
  }

  static let sample = TopicRowFields()
}
