package import Community
package import Templates

/// What was found, with the words that matched, or what to do when nothing was.
package struct SearchPage: Page {
  package static let template = "search/show"
  package let site: SiteFrame
  let form: SearchFormFields
  let orders: [LinkFields]
  let results: [SearchResultFields]
  let some: [SearchResultFields]
  /// Why nothing could be looked for, or nothing was found; nil when something was.
  let emptyText: String?
  /// Nothing was asked yet.
  let isBare: Bool
  let isCut: Bool
  let askPath: String
  /// The same words without conditions, where there are both.
  let widerPath: String?
  let people: [BadgeFields]
  let tags: [LinkFields]
  let categories: [LinkFields]
  /// For admins: what others looked for and did not find.
  let fruitlessPath: String?

  /// `found` is nil when nothing was asked yet.
  package init(_ request: SearchRequest, _ found: SearchFindings?, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(
      title: request.words.isEmpty ? words.text("search.title") : words.text("search.titleOf", ["query": .text(request.words)]))
    form = SearchFormFields(request, found?.problems ?? [], maker: maker)
    isBare = found == nil
    isCut = request.isCut
    askPath = Paths.ask(title: request.words.isEmpty ? nil : request.words)
    results = (found?.posts ?? []).map { SearchResultFields($0, maker: maker) }
    some = (found?.some ?? []).map { SearchResultFields($0, maker: maker) }
    people = (found?.people ?? []).map { BadgeFields($0, maker: maker) }
    tags = (found?.tags ?? []).map { LinkFields(name: $0, path: Paths.tag($0)) }
    let names = request.words.lowercased().split { !$0.isLetter && !$0.isNumber }
    categories =
      found == nil || request.isFiltered || names.isEmpty
      ? []
      : maker.chrome.categories.filter { category in
        let own = category.name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return names.allSatisfy { name in own.contains { $0.hasPrefix(name) } }
      }.prefix(3).map { LinkFields(name: $0.name, path: $0.path) }
    fruitlessPath = maker.viewer.may(.manageSite) ? Paths.fruitless : nil
    let isEmpty = found?.isEmpty ?? false
    emptyText =
      isEmpty ? words.text(request.isOnlyUnwanted ? "search.unwanted" : request.isFiltered ? "search.empty.filtered" : "search.empty") : nil
    widerPath = request.isFiltered && !request.words.isEmpty && results.count < 5 ? Paths.search(request.withoutFilters) : nil
    orders =
      isBare || isEmpty
      ? []
      : SearchOrder.allCases.map { order in
        LinkFields(
          name: words.text("search.order.\(order.rawValue)"), path: Paths.search(request, order: order), isCurrent: order == request.order)
      }
  }

  private init() {
    (site, form, orders, results, some) = (.sample, .sample, [.sample], [.sample], [.sample])
    (emptyText, isBare, isCut, askPath, widerPath) = ("Nothing was found.", true, true, "/ask?title=labels", "/search?q=labels")
    (people, tags, categories, fruitlessPath) = ([.sample], [.sample], [.sample], "/admin/searches")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "form": .one(form)
    case "orders": .many(orders)
    case "hasOrders": .flag(!orders.isEmpty)
    case "results": .many(results)
    case "count": .number(results.count)
    case "hasResults": .flag(!results.isEmpty)
    case "isFull": .flag(results.count == SearchPosts.most)
    case "some": .many(some)
    case "hasSome": .flag(!some.isEmpty)
    case "hasAny": .flag(!results.isEmpty || !some.isEmpty)
    case "emptyText": emptyText.map(Field.text) ?? .nothing
    case "people": .many(people)
    case "hasPeople": .flag(!people.isEmpty)
    case "tags": .many(tags)
    case "categories": .many(categories)
    case "hasPlaces": .flag(!tags.isEmpty || !categories.isEmpty)
    case "hasOthers": .flag(!people.isEmpty || !tags.isEmpty || !categories.isEmpty)
    case "fruitlessPath": fruitlessPath.map(Field.text) ?? .nothing
    case "isBare": .flag(isBare)
    case "isCut": .flag(isCut)
    case "askPath": .text(askPath)
    case "widerPath": widerPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = SearchPage()
}
