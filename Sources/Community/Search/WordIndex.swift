import Database
import Matching

/// Asks the engine's index of words for posts, newest first and never more than a bound: the one place where the engines are asked in their
/// own ways.
struct WordIndex {
  /// What lies in these categories is left out by the index itself, so that a viewer who sees little is not made to wait. The visibility
  /// rule is applied again to what is found.
  private let hidden: [String]
  /// The categories asked for; nil for all.
  private let within: [String]?

  init(for viewer: Viewer, within categories: [CategoryID]? = nil, in tx: Transaction) throws {
    hidden = try tx.values("SELECT category.id FROM category WHERE NOT \(Visibility.categories(viewer))", as: CategoryID.self)
      .map(SearchIndex.scopeWord)
    within = categories.map { $0.map(SearchIndex.scopeWord) }
  }

  /// Where the words must be.
  enum Place { case title, anywhere }

  /// A SELECT of the column `post_id`: the newest `most` posts that have all of the query. Nil if there is nothing to look for.
  func newest(_ query: SearchQuery, _ place: Place, most: Int) -> SQL? {
    let columns = place == .title ? ["title"] : ["title", "body"]
    guard let match = query.fts5(columns: columns, textColumns: ["title", "body"], excludingScopes: hidden, within: within),
      let words = query.tsquery(weights: place == .title ? "A" : "")
    else { return nil }
    let inScope: SQL = within.map { "scope \(anyOf: $0)" } ?? "TRUE"
    return .twin(
      sqlite: "SELECT rowid AS post_id FROM post_words WHERE post_words MATCH \(match) ORDER BY rowid DESC LIMIT \(most)",
      postgres: """
        SELECT post_id FROM post_search WHERE words @@ CAST(\(words) AS tsquery) AND NOT scope \(anyOf: hidden) AND \(inScope)
        ORDER BY post_id DESC LIMIT \(most)
        """)
  }
}
