package import Database
import Matching

/// A post that was found, with the stretch of its text that shows why.
package struct SearchResult: Sendable {
  package let post: PostID
  package let topic: TopicID
  package let slug: String
  package let title: [Piece]
  package let state: TopicState
  package let isOpening: Bool
  package let isAccepted: Bool
  package let categorySlug: String
  package let categoryName: String
  /// Nil when they took their name off.
  package let author: MemberBadge?
  package let at: Timestamp
  package let excerpt: [Piece]

  /// A stretch of the title or the excerpt.
  package struct Piece: Sendable, Equatable {
    package let text: String
    package let isMatch: Bool
  }

  /// The listed posts, of those the viewer may read, in the order of the list.
  static func load(_ ids: [PostID], matching query: SearchQuery, for viewer: Viewer, in tx: Transaction) throws -> [SearchResult] {
    guard !ids.isEmpty else { return [] }
    let rows = try tx.all(
      """
      SELECT post.id, topic.id, topic.slug, topic.title, topic.kind, topic.accepted_count > 0 OR topic.solved_at IS NOT NULL,
        post.kind, acceptance.post_id IS NOT NULL, category.slug, category.name, post.nameless, \(MemberBadge.columns("author")),
        post.created_at, post.html
      FROM post JOIN topic ON topic.id = post.topic_id JOIN category ON category.id = topic.category_id
      JOIN member author ON author.id = post.author_id LEFT JOIN acceptance ON acceptance.post_id = post.id
      WHERE post.id \(anyOf: ids) AND \(Visibility.standingPost) AND \(Visibility.standing(viewer))
      """
    ) { row in try result(&row, query) }
    let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.post, $0) })
    return ids.compactMap { byID[$0] }
  }

  private static func result(_ row: inout Row, _ query: SearchQuery) throws -> SearchResult {
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
    return SearchResult(
      post: post, topic: topic, slug: slug, title: pieces(title, query, length: TopicTitle.longest),
      state: TopicState(kind: kind, isSolved: isSolved), isOpening: postKind == .opening, isAccepted: isAccepted,
      categorySlug: categorySlug, categoryName: categoryName, author: isNameless ? nil : author, at: at,
      excerpt: pieces(plainText(html), query, length: 200))
  }

  private static func pieces(_ text: String, _ query: SearchQuery, length: Int) -> [Piece] {
    pieces(Excerpt(of: text, matching: query, analyzer: TextAnalyzer(), length: length))
  }

  /// With a sign where the text goes on.
  static func pieces(_ excerpt: Excerpt) -> [Piece] {
    let pieces =
      [Piece(text: excerpt.isCutAtStart ? "… " : "", isMatch: false)]
      + excerpt.pieces.map { Piece(text: $0.text, isMatch: $0.isMatch) }
      + [Piece(text: excerpt.isCutAtEnd ? " …" : "", isMatch: false)]
    return pieces.filter { !$0.text.isEmpty }
  }
}
