import Database
import Matching

/// Keeps the words of posts where search finds them, in the transaction that changes the post.
enum SearchIndex {
  /// `title` for an opening post.
  static func add(_ post: PostID, title: TopicTitle?, body: PostBody, in tx: Transaction) throws {
    let words = title.map { TextAnalyzer().termsText(of: $0.text) } ?? ""
    try tx.run(
      """
      INSERT INTO post_search (post_id, scope, title, body)
      SELECT post.id, \(scope), \(words), \(body.terms) FROM post JOIN topic ON topic.id = post.topic_id WHERE post.id = \(post)
      """)
    try index(.add, "post_id = \(post)", in: tx)
  }

  /// A post on its way into the index; `title` for an opening post.
  struct Entry {
    let post: PostID
    let topic: TopicID
    let title: TopicTitle?
    let body: PostBody
  }

  /// As ``add(_:title:body:in:)`` for many posts at once: the index is told of all of them together.
  static func add(_ entries: [Entry], in tx: Transaction) throws {
    if entries.isEmpty { return }
    for part in ManyRows.parts(of: entries) {
      let rows: [SQL] = part.map { entry in
        let words = entry.title.map { TextAnalyzer().termsText(of: $0.text) } ?? ""
        return "(\(entry.post), \(entry.topic), \(words), \(entry.body.terms))"
      }
      try tx.run(
        """
        INSERT INTO post_search (post_id, scope, title, body)
        SELECT written.column1, \(scope), written.column3, written.column4
        FROM (VALUES \(rows.joined(", "))) AS written JOIN topic ON topic.id = written.column2
        """)
    }
    try index(.add, "post_id \(anyOf: entries.map(\.post))", in: tx)
  }

  /// Without a title the old one stays.
  static func replace(_ post: PostID, title: TopicTitle?, body: PostBody, in tx: Transaction) throws {
    let words = title.map { TextAnalyzer().termsText(of: $0.text) }
    try index(.remove, "post_id = \(post)", in: tx)
    try tx.run("UPDATE post_search SET title = coalesce(\(words), title), body = \(body.terms) WHERE post_id = \(post)")
    try index(.add, "post_id = \(post)", in: tx)
  }

  /// The same words for many posts, given by a query; `openingTitle` for those that open a topic.
  static func replace(_ posts: SQL, openingTitle: TopicTitle, body: PostBody, in tx: Transaction) throws {
    let words = TextAnalyzer().termsText(of: openingTitle.text)
    try index(.remove, "post_id IN (\(posts))", in: tx)
    try tx.run(
      """
      UPDATE post_search SET title = CASE WHEN post.kind = 'opening' THEN \(words) ELSE '' END, body = \(body.terms)
      FROM post WHERE post.id = post_search.post_id AND post_search.post_id IN (\(posts))
      """)
    try index(.add, "post_id IN (\(posts))", in: tx)
  }

  /// Gives a post the words of another title, or of none.
  static func retitle(_ post: PostID, _ title: String, in tx: Transaction) throws {
    let words = title.isEmpty ? "" : TextAnalyzer().termsText(of: title)
    try index(.remove, "post_id = \(post)", in: tx)
    try tx.run("UPDATE post_search SET title = \(words) WHERE post_id = \(post)")
    try index(.add, "post_id = \(post)", in: tx)
  }

  /// After a topic came into another category.
  static func move(_ topic: TopicID, in tx: Transaction) throws {
    let posts: SQL = "post_id IN (SELECT id FROM post WHERE topic_id = \(topic))"
    try index(.remove, posts, in: tx)
    try tx.run(
      """
      UPDATE post_search SET scope = \(scope) FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id = post_search.post_id AND post.topic_id = \(topic)
      """)
    try index(.add, posts, in: tx)
  }

  /// The word that stands for a category in the index.
  static func scopeWord(_ category: CategoryID) -> String { "c\(category.rawValue)" }
  static var scope: SQL { "'c' || topic.category_id" }

  private enum Change { case add, remove }

  /// SQLite's index of words is told of each change; PostgreSQL's follows its table by itself.
  private static func index(_ change: Change, _ rows: SQL, in tx: Transaction) throws {
    let (column, word): (SQL, SQL) = change == .remove ? ("post_words, ", "'delete', ") : ("", "")
    try tx.run(
      .twin(
        sqlite: """
          INSERT INTO post_words (\(column)rowid, scope, title, body) SELECT \(word)post_id, scope, title, body FROM post_search WHERE \(rows)
          """,
        postgres: "SELECT 1"))
  }
}
