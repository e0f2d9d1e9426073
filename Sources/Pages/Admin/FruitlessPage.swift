package import Community
package import Templates

/// What is looked for, for admins: searches that found nothing are something to write; topics that spared questions are worth keeping up.
package struct FruitlessPage: Page {
  package static let template = "admin/searches"
  package let site: SiteFrame
  let frame: AdminFrame
  let rows: [RowFields]
  let spared: [SparedFields]
  /// For how many days searches are kept.
  let searchDays: Int

  struct SparedFields: Fields {
    let title: String
    let path: String
    let count: Int
    let time: TimeText

    func field(_ field: String) -> Field? {
      switch field {
      case "title": .text(title)
      case "path": .text(path)
      case "count": .number(count)
      case "time": .one(time)
      default: nil
      }
    }
  }

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

  package init(_ searches: [FruitlessSearch], spared: [SparedQuestions], searchDays: Int, maker: PageMaker) {
    self.searchDays = searchDays
    site = maker.frame(title: maker.words.text("fruitless.title"))
    frame = AdminFrame(maker)
    rows = searches.map {
      RowFields(
        query: $0.words, path: Paths.search(SearchRequest($0.words)), askPath: Paths.ask(title: $0.words), people: $0.people,
        time: maker.time($0.lastAt))
    }
    self.spared = spared.map {
      SparedFields(title: $0.title, path: Paths.topic($0.topic, $0.slug), count: $0.count, time: maker.time($0.lastAt))
    }
  }

  private init() {
    (site, frame, searchDays) = (.sample, .sample, 90)
    rows = [RowFields(query: "cold start", path: "/search?q=cold%20start", askPath: "/ask?title=cold%20start", people: 3, time: .sample)]
    spared = [SparedFields(title: "Labels come out blank", path: "/t/2/blank", count: 4, time: .sample)]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "spared": .many(spared)
    case "searchDays": .number(searchDays)
    case "hasSpared": .flag(!spared.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    default: nil
    }
  }

  package static let sample = FruitlessPage()
}
