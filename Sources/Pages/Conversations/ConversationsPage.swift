package import Community
package import Templates

/// A member's conversations, and for who answers for the company all that were begun with it.
package struct ConversationsPage: Page {
  package static let template = "conversations/list"
  let site: SiteFrame
  let intro: String
  let rows: [ConversationRowFields]
  /// The member's own, and the company's; none for who has only their own.
  let views: [LinkFields]
  let empty: String
  let newestPath: String?
  let olderPath: String?

  package init(_ list: ConversationList, isFirst: Bool, maker: PageMaker) {
    let (words, which) = (maker.words, list.which)
    site = maker.frame(title: words.text("messages.title"))
    intro = words.text("messages.intro.\(which.rawValue)")
    rows = list.rows.map { ConversationRowFields($0, maker: maker) }
    views =
      maker.viewer.may(.answerPrivately)
      ? [ConversationList.Which.own, .staff].map {
        LinkFields(name: words.text("messages.view.\($0.rawValue)"), path: Paths.messages($0), isCurrent: $0 == which)
      } : []
    empty = words.text("messages.empty.\(which.rawValue)")
    newestPath = isFirst ? nil : Paths.messages(which)
    olderPath = list.older.map { "\(Paths.messages)?\(which == .own ? "" : "of=\(which.rawValue)&")before=\($0.text)" }
  }

  private init() {
    (site, intro, rows, views, empty) = (.sample, "Yours alone.", [.sample], [.sample], "Nothing yet.")
    (newestPath, olderPath) = ("/messages", "/messages?before=1-1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "intro": .text(intro)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    case "views": .many(views)
    case "hasViews": .flag(!views.isEmpty)
    case "empty": .text(empty)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = ConversationsPage()
}

/// One conversation in the list.
struct ConversationRowFields: Fields {
  let title: String
  let path: String
  let avatarPath: String
  /// Who asked, for one with the company.
  let asker: String?
  let beginning: String
  let last: String
  let time: TimeText
  let isUnread: Bool
  let isMuted: Bool

  init(_ row: ConversationRow, maker: PageMaker) {
    title = row.isWithStaff ? row.title : row.other.name
    path = Paths.conversationEnd(row.id)
    avatarPath = Paths.avatar(row.other.id, row.other.face)
    asker =
      !row.isWithStaff
      ? nil
      : maker.viewer.isMember(row.other.id)
        ? maker.words.text("messages.toStaff") : maker.words.text("messages.askedBy", ["name": .text(row.other.name)])
    beginning = TopicPage.summary(row.html)
    last = row.isLastOwn ? maker.words.text("messages.you") : row.lastAuthor
    time = maker.time(row.bumpedAt)
    isUnread = row.isUnread
    isMuted = row.isMuted
  }

  private init() {
    (title, path, avatarPath, asker) = ("Kai", "/messages/1/newest", "/avatar/1.svg", "Asked by Ana")
    (beginning, last, time, isUnread, isMuted) = ("Text", "Kai", .sample, true, true)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "avatarPath": .text(avatarPath)
    case "asker": asker.map(Field.text) ?? .nothing
    case "beginning": .text(beginning)
    case "last": .text(last)
    case "time": .one(time)
    case "isUnread": .flag(isUnread)
    case "isMuted": .flag(isMuted)
    default: nil
    }
  }

  static let sample = ConversationRowFields()
}
