package import Community
package import Templates

/// What was found, with the words that matched, or what to do when nothing was.
package struct SearchPage: Page {
  package static let template = "search/show"
  package let site: SiteFrame
  let query: String
  let results: [ResultFields]
  let isEmpty: Bool
  /// Nothing was asked yet.
  let isBare: Bool
  let askPath: String

  struct ResultFields: Fields {
    let title: String
    let path: String
    let excerpt: [PieceFields]
    let chip: StateChip
    let isAccepted: Bool
    let category: LinkFields
    let author: String
    let time: TimeText
    func field(_ field: String) -> Field? {
      switch field {
      case "title": .text(title)
      case "path": .text(path)
      case "excerpt": .many(excerpt)
      case "chip": .one(chip)
      case "isAccepted": .flag(isAccepted)
      case "category": .one(category)
      case "author": .text(author)
      case "time": .one(time)
      default: nil
      }
    }
  }

  struct PieceFields: Fields {
    let text: String
    let isMatch: Bool
    func field(_ field: String) -> Field? {
      switch field {
      case "text": .text(text)
      case "isMatch": .flag(isMatch)
      default: nil
      }
    }
  }

  /// `found` is nil when nothing was asked yet.
  package init(_ query: String, _ found: [SearchResult]?, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("search.title"))
    self.query = query
    isEmpty = found?.isEmpty ?? false
    isBare = found == nil
    askPath = Paths.ask(title: query)
    results = (found ?? []).map { result in
      ResultFields(
        title: result.title, path: result.isOpening ? Paths.topic(result.topic, result.slug) : Paths.post(result.post),
        excerpt: result.excerpt.map { PieceFields(text: $0.text, isMatch: $0.isMatch) }, chip: StateChip(result.state, words: maker.words),
        isAccepted: result.isAccepted, category: LinkFields(name: result.categoryName, path: Paths.category(result.categorySlug)),
        author: result.author?.name ?? maker.words.text("member.nameless"), time: maker.time(result.at))
    }
  }

  private init() {
    (site, query, isEmpty, isBare, askPath) = (.sample, "labels", true, true, "/ask?title=labels")
    results = [
      ResultFields(
        title: "How do I print labels?", path: "/t/1/labels", excerpt: [PieceFields(text: "labels", isMatch: true)], chip: .sample,
        isAccepted: true, category: .sample, author: "Ana", time: .sample)
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "query": .text(query)
    case "results": .many(results)
    case "count": .number(results.count)
    case "hasResults": .flag(!results.isEmpty)
    case "isEmpty": .flag(isEmpty)
    case "isBare": .flag(isBare)
    case "isFull": .flag(results.count == SearchPosts.most)
    case "askPath": .text(askPath)
    default: nil
    }
  }

  package static let sample = SearchPage()
}
