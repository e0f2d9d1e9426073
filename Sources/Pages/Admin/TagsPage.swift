package import Community
package import Templates

/// For admins: the tags, those most used first, and a field to find one.
package struct TagsPage: Page {
  package static let template = "admin/tags"
  let site: SiteFrame
  let frame: AdminFrame
  let query: String
  let rows: [RowFields]
  let morePath: String?

  struct RowFields: Fields {
    let name: String
    let path: String
    let topics: Int
    let synonyms: Int

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "path": .text(path)
      case "topics": .number(topics)
      case "synonyms": .number(synonyms)
      default: nil
      }
    }
  }

  package init(_ list: TagSheetList, from start: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("tags.title"))
    frame = AdminFrame(maker)
    query = start
    rows = list.rows.map {
      RowFields(name: $0.name, path: Paths.tagSheet($0.id), topics: $0.topicCount, synonyms: $0.synonymCount)
    }
    morePath = list.next.map { Paths.tags(from: start, after: $0) }
  }

  private init() {
    (site, frame, query, morePath) = (.sample, .sample, "oven", "/admin/tags?q=oven&after=1-3")
    rows = [RowFields(name: "ovens", path: "/admin/tags/3", topics: 12, synonyms: 1)]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "query": .text(query)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "morePath": morePath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = TagsPage()
}
