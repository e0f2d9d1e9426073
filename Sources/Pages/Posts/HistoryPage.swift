package import Community
package import Templates

/// What a post said, version by version, and the way back for one that was deleted.
package struct HistoryPage: Page {
  package static let template = "posts/history"
  package let site: SiteFrame
  let topicTitle: String
  let backPath: String
  let restorePath: String?
  let versions: [VersionFields]

  struct VersionFields: Fields {
    let number: Int
    let title: String?
    let body: String?
    let editor: String
    let time: TimeText
    let isNow: Bool
    func field(_ field: String) -> Field? {
      switch field {
      case "number": .number(number)
      case "title": title.map(Field.text) ?? .nothing
      case "body": body.map(Field.text) ?? .nothing
      case "editor": .text(editor)
      case "time": .one(time)
      case "isNow": .flag(isNow)
      default: nil
      }
    }
  }

  package init(_ history: PostHistory, post: PostID, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("history.title"))
    topicTitle = history.topicTitle
    backPath = Paths.place(history.place)
    restorePath = history.mayRestore ? Paths.act("restore", on: post) : nil
    let newest = history.mayRestore ? nil : history.versions.map(\.number).max()
    versions = history.versions.map {
      VersionFields(
        number: $0.number, title: $0.title, body: $0.body, editor: $0.editor?.name ?? maker.words.text("member.nameless"),
        time: maker.time($0.at), isNow: $0.number == newest)
    }
  }

  private init() {
    (site, topicTitle, backPath, restorePath) = (.sample, "How do I print labels?", "/t/1/labels#p1", "/p/1/restore")
    versions = [VersionFields(number: 1, title: "How", body: "Text", editor: "Ana", time: .sample, isNow: true)]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "topicTitle": .text(topicTitle)
    case "backPath": .text(backPath)
    case "restorePath": restorePath.map(Field.text) ?? .nothing
    case "versions": .many(versions)
    default: nil
    }
  }

  package static let sample = HistoryPage()
}
