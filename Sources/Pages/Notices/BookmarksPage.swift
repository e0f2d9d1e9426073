package import Community
package import Templates

/// The posts a member kept.
package struct BookmarksPage: Page {
  package static let template = "notices/bookmarks"
  let site: SiteFrame
  let rows: [BookmarkFields]
  /// Where a bookmark is set again that was removed just now.
  let undoPath: String?
  let newestPath: String?
  let olderPath: String?

  package init(_ list: BookmarkList, removed: PostID?, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("bookmarks.title"))
    rows = list.rows.map { BookmarkFields($0, maker: maker) }
    undoPath = removed.map { Paths.act("bookmark", on: $0) }
    newestPath = isFirst ? nil : Paths.bookmarks
    olderPath = list.older.map { "\(Paths.bookmarks)?before=\($0.text)" }
  }

  private init() {
    (site, rows, undoPath, newestPath, olderPath) = (.sample, [.sample], "/p/2/bookmark", "/bookmarks", "/bookmarks?before=1-1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    case "undoPath": undoPath.map(Field.text) ?? .nothing
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = BookmarksPage()
}

/// One kept post.
struct BookmarkFields: Fields {
  let title: String
  let path: String
  let beginning: String
  let what: String
  let author: String
  let time: TimeText
  let removePath: String
  let returnTo: String

  init(_ row: BookmarkRow, maker: PageMaker) {
    title = row.topicTitle
    path = Paths.post(row.post)
    beginning = TopicPage.summary(row.html)
    what =
      switch row.kind {
      case .opening: maker.words.text("bookmarks.opening")
      case .answer: maker.words.text("bookmarks.answer")
      case .reply, .remark: maker.words.text("bookmarks.reply")
      }
    author = row.author?.name ?? maker.words.text("member.nameless")
    time = maker.time(row.writtenAt)
    removePath = Paths.act("bookmark", on: row.post)
    returnTo = "\(Paths.bookmarks)?removed=\(row.post.rawValue)"
  }

  private init() {
    (title, path, beginning, what, author, time) = ("Labels", "/p/2", "Open the editor", "Answer by", "Kai", .sample)
    (removePath, returnTo) = ("/p/2/bookmark", "/bookmarks?removed=2")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "title": .text(title)
    case "path": .text(path)
    case "beginning": .text(beginning)
    case "what": .text(what)
    case "author": .text(author)
    case "time": .one(time)
    case "removePath": .text(removePath)
    case "returnTo": .text(returnTo)
    default: nil
    }
  }

  static let sample = BookmarkFields()
}
