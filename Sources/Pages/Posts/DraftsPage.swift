package import Community
package import Templates

/// All that a member has begun and not sent, with the way back to where each belongs.
package struct DraftsPage: Page {
  package static let template = "posts/drafts"
  package let site: SiteFrame
  let drafts: [DraftRow]
  let discarded: [DraftRow]

  struct DraftRow: Fields {
    let anchor: String
    let kind: String
    /// Where it belongs, or its own title; nil where that is not there any more for its writer.
    let title: String?
    /// Where it is gone on with; nil where it can be sent no more.
    let path: String?
    /// Where it belonged, to be read.
    let topicPath: String?
    let text: String
    let excerpt: String
    let time: TimeText
    let discardPath: String
    let restorePath: String

    func field(_ field: String) -> Field? {
      switch field {
      case "anchor": .text(anchor)
      case "kind": .text(kind)
      case "title": title.map(Field.text) ?? .nothing
      case "path": path.map(Field.text) ?? .nothing
      case "topicPath": topicPath.map(Field.text) ?? .nothing
      case "isClosed": .flag(path == nil && title != nil)
      case "isGone": .flag(path == nil && title == nil)
      case "text": .text(text)
      case "excerpt": .text(excerpt)
      case "time": .one(time)
      case "discardPath": .text(discardPath)
      case "restorePath": .text(restorePath)
      default: nil
      }
    }
  }

  package init(_ list: DraftList, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("drafts.title"))
    drafts = list.kept.map { DraftRow($0, maker: maker) }
    discarded = list.discarded.map { DraftRow($0, maker: maker) }
  }

  private init() { (site, drafts, discarded) = (.sample, [.sample], [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "drafts": .many(drafts)
    case "hasDrafts": .flag(!drafts.isEmpty)
    case "discarded": .many(discarded)
    case "hasDiscarded": .flag(!discarded.isEmpty)
    default: nil
    }
  }

  package static let sample = DraftsPage()
}

extension DraftsPage.DraftRow {
  init(_ entry: DraftList.Entry, maker: PageMaker) {
    let draft = entry.draft
    let isNew = draft.place == .ask || draft.place == .privately
    anchor = "d\(draft.id.rawValue)"
    kind = maker.words.text("drafts.kind.\(draft.place.kind.rawValue)")
    let untitled = maker.words.text("drafts.untitled")
    title =
      isNew ? (draft.text.title.allSatisfy(\.isWhitespace) ? untitled : draft.text.title) : entry.spot?.title ?? entry.talk?.title
    path = Paths.goOn(entry)
    topicPath = entry.spot.map { Paths.topic($0.topic, $0.slug) }
    text = draft.text.body
    excerpt = Self.excerpt(of: draft.text.body)
    time = maker.time(draft.savedAt)
    discardPath = Paths.discardDraft(draft.id)
    restorePath = Paths.restoreDraft(draft.id)
  }

  private static func excerpt(of text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).prefix(60).joined(separator: " ")
    return line.count > 200 ? line.prefix(197) + "…" : line
  }

  fileprivate static let sample = DraftsPage.DraftRow(
    anchor: "d1", kind: "Reply", title: "How do I print labels?", path: "/t/1/labels#reply", topicPath: "/t/1/labels", text: "Text",
    excerpt: "Text", time: .sample, discardPath: "/drafts/1/discard", restorePath: "/drafts/1/restore")
}
