package import Community
package import Templates

/// Searches that found nothing, for admins: each is something to write, or a word to add to a tag.
package struct FruitlessPage: Page {
  package static let template = "admin/searches"
  package let site: SiteFrame
  let rows: [RowFields]

  struct RowFields: Fields {
    let query: String
    let path: String
    let askPath: String
    let people: Int
    let time: TimeText

    func field(_ field: String) -> Field? {
      switch field {
      case "query": .text(query)
      case "path": .text(path)
      case "askPath": .text(askPath)
      case "people": .number(people)
      case "time": .one(time)
      default: nil
      }
    }
  }

  package init(_ searches: [FruitlessSearch], maker: PageMaker) {
    site = maker.frame(title: maker.words.text("fruitless.title"))
    rows = searches.map {
      RowFields(
        query: $0.words, path: Paths.search(SearchRequest($0.words)), askPath: Paths.ask(title: $0.words), people: $0.people,
        time: maker.time($0.lastAt))
    }
  }

  private init() {
    site = .sample
    rows = [RowFields(query: "cold start", path: "/search?q=cold%20start", askPath: "/ask?title=cold%20start", people: 3, time: .sample)]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    default: nil
    }
  }

  package static let sample = FruitlessPage()
}
