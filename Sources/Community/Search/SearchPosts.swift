package import Database
import Matching

/// A post that was found, with the stretch of its text that shows why.
package struct SearchResult: Sendable {
  package let post: PostID
  package let topic: TopicID
  package let slug: String
  package let title: String
  package let state: TopicState
  package let isOpening: Bool
  package let isAccepted: Bool
  package let categorySlug: String
  package let categoryName: String
  /// Nil when they took their name off.
  package let author: MemberBadge?
  package let at: Timestamp
  package let excerpt: [Piece]

  /// A stretch of the excerpt.
  package struct Piece: Sendable, Equatable {
    package let text: String
    package let isMatch: Bool
  }
}

/// Finds posts by their words. Bounded work for any query: the 200 newest matching titles and the 500 newest matching
/// posts are looked at, and ranked here: the same on both engines.
package struct SearchPosts: Sendable {
  /// The most results shown; a topic stands among them once.
  package static let most = 30
  private static let mostTitles = 200
  private static let mostNewest = 500
  private let query: SearchQuery

  /// Understands what was typed; see `SearchQuery`.
  package init(_ text: String) { query = SearchQuery(text) }

  /// What the viewer may see of what matches, best first.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [SearchResult] {
    let ids = try candidates(for: viewer, in: tx)
    guard !ids.isEmpty else { return [] }
    let found: [FoundPost] = try tx.all(
      """
      SELECT post.id, topic.id, title_words.title, post_search.body, post.created_at, post.number, topic.accepted_count > 0 OR topic.solved_at IS NOT NULL,
        post.vote_count + post.imported_votes
      FROM post_search JOIN post ON post.id = post_search.post_id JOIN topic ON topic.id = post.topic_id
      JOIN post opening ON opening.topic_id = topic.id AND opening.number = 1
      JOIN post_search title_words ON title_words.post_id = opening.id
      WHERE post_search.post_id \(anyOf: ids) AND \(Visibility.standingPost) AND \(Visibility.standing(viewer))
      """)
    let ranking = SearchRanking(query: query)
    var seen: Set<TopicID> = []
    var best: [PostID] = []
    for place in ranking.ranked(found.map { $0.candidate(now: tx.now) }) where best.count < Self.most {
      if seen.insert(found[place].topic).inserted { best.append(found[place].post) }
    }
    return try results(best, for: viewer, in: tx)
  }

  private func candidates(for viewer: Viewer, in tx: Transaction) throws -> [PostID] {
    // The index leaves out what lies in hidden categories, so that a viewer who sees little is not made to wait; the visibility
    // rule is applied again to what it found.
    let hidden = try tx.values("SELECT category.id FROM category WHERE NOT \(Visibility.categories(viewer))", as: CategoryID.self)
      .map(SearchIndex.scopeWord)
    guard let titles = query.fts5(columns: ["title"], textColumns: ["title", "body"], excludingScopes: hidden),
      let posts = query.fts5(columns: ["title", "body"], textColumns: ["title", "body"], excludingScopes: hidden),
      let words = query.tsquery(), let titleWords = query.tsquery(weights: "A")
    else { return [] }
    // SQLite's expression leaves the hidden categories out by itself.
    func found(_ match: String, _ words: String, _ most: Int) throws -> [PostID] {
      try tx.values(
        .twin(
          sqlite: "SELECT rowid FROM post_words WHERE post_words MATCH \(match) ORDER BY rowid DESC LIMIT \(most)",
          postgres: """
            SELECT post_id FROM post_search WHERE words @@ CAST(\(words) AS tsquery) AND NOT scope \(anyOf: hidden)
            ORDER BY post_id DESC LIMIT \(most)
            """))
    }
    let ids = try found(titles, titleWords, Self.mostTitles) + found(posts, words, Self.mostNewest)
    return Array(Set(ids))
  }

  private func results(_ ids: [PostID], for viewer: Viewer, in tx: Transaction) throws -> [SearchResult] {
    let rows = try tx.all(
      """
      SELECT post.id, topic.id, topic.slug, topic.title, topic.kind, topic.accepted_count > 0 OR topic.solved_at IS NOT NULL,
        post.kind, acceptance.post_id IS NOT NULL, category.slug, category.name, post.nameless, \(MemberBadge.columns("author")),
        post.created_at, post.html
      FROM post JOIN topic ON topic.id = post.topic_id JOIN category ON category.id = topic.category_id
      JOIN member author ON author.id = post.author_id LEFT JOIN acceptance ON acceptance.post_id = post.id
      WHERE post.id \(anyOf: ids) AND \(Visibility.standingPost) AND \(Visibility.standing(viewer))
      """, result)
    let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.post, $0) })
    return ids.compactMap { byID[$0] }
  }

  private func result(_ row: inout Row) throws -> SearchResult {
    let post: PostID = try row.next()
    let topic: TopicID = try row.next()
    let slug: String = try row.next()
    let title: String = try row.next()
    let kind: TopicKind = try row.next()
    let isSolved: Bool = try row.next()
    let postKind: PostKind = try row.next()
    let isAccepted: Bool = try row.next()
    let categorySlug: String = try row.next()
    let categoryName: String = try row.next()
    let isNameless: Bool = try row.next()
    let author = try MemberBadge(&row)
    let at: Timestamp = try row.next()
    let html: String = try row.next()
    let excerpt = Excerpt(of: plainText(html), matching: query, analyzer: TextAnalyzer())
    let pieces =
      [SearchResult.Piece(text: excerpt.isCutAtStart ? "… " : "", isMatch: false)]
      + excerpt.pieces.map { SearchResult.Piece(text: $0.text, isMatch: $0.isMatch) }
      + [SearchResult.Piece(text: excerpt.isCutAtEnd ? " …" : "", isMatch: false)]
    return SearchResult(
      post: post, topic: topic, slug: slug, title: title, state: TopicState(kind: kind, isSolved: isSolved),
      isOpening: postKind == .opening,
      isAccepted: isAccepted, categorySlug: categorySlug, categoryName: categoryName, author: isNameless ? nil : author, at: at,
      excerpt: pieces.filter { !$0.text.isEmpty })
  }
}

private struct FoundPost: SQLRow {
  let post: PostID
  let topic: TopicID
  private let title: String
  private let body: String
  private let at: Timestamp
  private let number: Int?
  private let isSolved: Bool
  private let votes: Int

  init(_ row: inout Row) throws {
    post = try row.next()
    topic = try row.next()
    title = try row.next()
    body = try row.next()
    at = try row.next()
    number = try row.next()
    isSolved = try row.next()
    votes = try row.next()
  }

  func candidate(now: Timestamp) -> SearchCandidate {
    SearchCandidate(
      id: post.rawValue, title: title, body: body, age: (now - at).milliseconds, isOpening: number == 1, isSolved: isSolved, votes: votes)
  }
}
