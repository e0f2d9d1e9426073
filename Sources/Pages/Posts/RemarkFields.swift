import Community
import Templates

/// A remark under a post.
struct RemarkFields: Fields {
  let anchor: String
  let author: BadgeFields?
  /// By somebody the viewer has blocked.
  let isFolded: Bool
  let html: SafeHTML
  let time: TimeText
  let path: String
  let editPath: String?
  let deletePath: String?
  let restorePath: String?

  init(_ post: PostView, in category: CategoryID, maker: PageMaker) {
    anchor = Paths.anchor(post.id)
    author = post.isBlocked ? nil : post.author.map { BadgeFields($0, maker: maker) }
    isFolded = post.isBlocked
    html = SafeHTML(trusted: post.html)
    time = maker.time(post.createdAt)
    path = Paths.post(post.id)
    let rights = PostRights(post, in: category, viewer: maker.viewer)
    editPath = rights.mayEdit ? Paths.act("edit", on: post.id) : nil
    deletePath = rights.mayDelete ? Paths.act("delete", on: post.id) : nil
    restorePath = post.removal != nil ? Paths.history(post.id) : nil
  }

  private init() {
    (anchor, author, isFolded, html, time) = ("p9", .sample, true, SafeHTML(escaping: "True"), .sample)
    (path, editPath, deletePath, restorePath) = ("/p/9", "/p/9/edit", "/p/9/delete", "/p/9/history")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "anchor": .text(anchor)
    case "author": author.map(Field.one) ?? .nothing
    case "isFolded": .flag(isFolded)
    case "html": .html(html)
    case "time": .one(time)
    case "path": .text(path)
    case "editPath": editPath.map(Field.text) ?? .nothing
    case "deletePath": deletePath.map(Field.text) ?? .nothing
    case "restorePath": restorePath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = RemarkFields()
}
