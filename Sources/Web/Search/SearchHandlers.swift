import Community
import Pages

/// The address of search.
package enum SearchRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) { table.get(Paths.search, SearchHandlers.show) }
}

/// Finding things.
enum SearchHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let request = request(context.request)
    let zone = context.signedIn?.timeZone ?? "UTC"
    return try await context.page { maker, tx in
      let found = request.isBare ? nil : try SearchPosts(request, zone: zone).perform(for: maker.viewer, in: tx)
      if let found, found.posts.isEmpty { note(request, context) }
      return SearchPage(request, found, maker: maker)
    }
  }

  /// Whoever runs the community learns what is looked for and not there; see ``FruitlessSearches`` for what is kept of it.
  private static func note(_ request: SearchRequest, _ context: SiteContext) {
    guard !context.request.isPrefetch, let words = FruitlessWords(request) else { return }
    let person = context.viewer.memberID.map { "member \($0.rawValue)" } ?? "address \(context.request.address)"
    context.services.fruitless.note(words, by: person, at: context.now)
  }

  private static func request(_ asked: PageRequest) -> SearchRequest {
    let chosen = SearchField.allCases.compactMap { field in asked.query(field.rawValue).map { (field, $0) } }
    return SearchRequest(
      asked.query("q") ?? "", fields: Dictionary(uniqueKeysWithValues: chosen),
      order: SearchOrder(rawValue: asked.query("order") ?? "") ?? .best)
  }
}
