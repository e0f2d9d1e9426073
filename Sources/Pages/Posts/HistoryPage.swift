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
  let newestPath: String?
  let olderPath: String?

  struct VersionFields: Fields {
    let number: Int
    let title: String?
    let titleChange: [DiffFields]
    let body: String?
    /// What is different from the version before it that the reader may see.
    let change: [DiffFields]
    let editor: String
    let time: TimeText
    let isNow: Bool
    func field(_ field: String) -> Field? {
      switch field {
      case "number": .number(number)
      case "title": title.map(Field.text) ?? .nothing
      case "titleChange": .many(titleChange)
      case "hasTitleChange": .flag(!titleChange.isEmpty)
      case "body": body.map(Field.text) ?? .nothing
      case "isFirst": .flag(body != nil && change.isEmpty)
      case "change": .many(change)
      case "hasChange": .flag(!change.isEmpty)
      case "isSameText": .flag(change.allSatisfy { $0.kind == .same || $0.kind == .gap })
      case "editor": .text(editor)
      case "time": .one(time)
      case "isNow": .flag(isNow)
      default: nil
      }
    }
  }

  /// `isFirst` where the newest version is among them.
  package init(_ history: PostHistory, post: PostID, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("history.title"))
    topicTitle = history.topicTitle
    backPath = Paths.place(history.place)
    restorePath = history.mayRestore ? Paths.act("restore", on: post) : nil
    newestPath = isFirst ? nil : Paths.history(post)
    olderPath = history.older.map { Paths.history(post) + "?before=\($0)" }
    let all = history.versions + (history.base.map { [$0] } ?? [])
    let newest = history.mayRestore || !isFirst ? nil : history.versions.map(\.number).max()
    versions = history.versions.enumerated().map { index, version in
      // A hidden version is compared with nothing: what changed since would say what it said.
      let before = all.dropFirst(index + 1).first { $0.body != nil }
      return VersionFields(version, since: version.body == nil ? nil : before, isNow: version.number == newest, maker: maker)
    }
  }

  private init() {
    (site, topicTitle, backPath, restorePath) = (.sample, "How do I print labels?", "/t/1/labels#p1", "/p/1/restore")
    (newestPath, olderPath) = ("/p/1/history", "/p/1/history?before=2")
    versions = [
      VersionFields(
        number: 1, title: "How", titleChange: [.sample], body: "Text", change: [.sample], editor: "Ana", time: .sample, isNow: true)
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "topicTitle": .text(topicTitle)
    case "backPath": .text(backPath)
    case "restorePath": restorePath.map(Field.text) ?? .nothing
    case "versions": .many(versions)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = HistoryPage()
}

extension HistoryPage.VersionFields {
  fileprivate init(_ version: PostHistory.Version, since before: PostHistory.Version?, isNow: Bool, maker: PageMaker) {
    number = version.number
    title = version.title
    let isRenamed = before.map { $0.title != version.title } ?? false
    titleChange =
      if isRenamed, let old = before?.title, let new = version.title { DiffFields.pieces(WordDiff(from: old, to: new)) } else { [] }
    body = version.body
    change = if let old = before?.body, let new = version.body { DiffFields.pieces(WordDiff(from: old, to: new)) } else { [] }
    editor = version.editor?.name ?? maker.words.text("member.nameless")
    time = maker.time(version.at)
    self.isNow = isNow
  }
}
