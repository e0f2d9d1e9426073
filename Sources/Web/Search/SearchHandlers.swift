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
    let text = String((context.request.query("q") ?? "").prefix(200))
    return try await context.page { maker, tx in
      let found = text.allSatisfy(\.isWhitespace) ? nil : try SearchPosts(text).perform(for: maker.viewer, in: tx)
      return SearchPage(text, found, maker: maker)
    }
  }
}
