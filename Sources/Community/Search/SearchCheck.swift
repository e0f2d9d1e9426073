package import Database
import Matching

/// Compares what search knows with the posts it was made from, so that an operator can see that everything can be found.
package enum SearchCheck {
  /// What was compared, and what is wrong with it.
  package struct Verdict: Sendable, Equatable {
    /// The posts compared.
    package private(set) var posts = 0
    /// Posts that search has no words of.
    package private(set) var missing = 0
    /// Posts whose words are of another text or another category.
    package private(set) var different = 0
    /// One of the posts concerned.
    package private(set) var example: Int64?

    package init(posts: Int = 0, missing: Int = 0, different: Int = 0, example: Int64? = nil) {
      self.posts = posts
      self.missing = missing
      self.different = different
      self.example = example
    }

    /// Whether every post can be found by its words.
    package var isGood: Bool { missing + different == 0 }

    fileprivate mutating func add(_ post: ComparedPost) {
      posts += 1
      if post.isMissing { missing += 1 } else if !post.isRight { different += 1 }
      if example == nil, post.isMissing || !post.isRight { example = post.id }
    }
  }

  /// So many posts are read at a time.
  private static let batch = 500

  /// Makes the words of every post anew and compares.
  package static func compare(in tx: Transaction) throws -> Verdict {
    var verdict = Verdict()
    var last: Int64 = 0
    while true {
      let posts = try tx.all(
        """
        SELECT post.id, post.body, CASE WHEN post.kind = 'opening' THEN topic.title WHEN post.former_title <> '' THEN post.former_title END, \(SearchIndex.scope),
          post_search.scope, post_search.title, post_search.body
        FROM post JOIN topic ON topic.id = post.topic_id LEFT JOIN post_search ON post_search.post_id = post.id
        WHERE post.id > \(last) ORDER BY post.id LIMIT \(batch)
        """
      ) { try ComparedPost(&$0) }
      for post in posts { verdict.add(post) }
      guard posts.count == batch, let next = posts.last?.id else { return verdict }
      last = next
    }
  }

  /// Makes the engine's index of words anew, after its words were written by other means.
  package static func rebuildIndex(in tx: Transaction) throws {
    try tx.run(.twin(sqlite: "INSERT INTO post_words (post_words) VALUES ('rebuild')", postgres: "SELECT 1"))
  }

  /// Leaves nothing of removed words in the engine's index, which otherwise only notes that they are gone.
  package static func forgetRemoved(in tx: Transaction) throws {
    try tx.run(.twin(sqlite: "INSERT INTO post_words (post_words) VALUES ('optimize')", postgres: "SELECT 1"))
  }

  /// Lets the engine compare its index of words with the words. Throws ``DatabaseFault/corrupt(_:)`` when they differ. It holds the writer
  /// meanwhile, so it is for times when nobody else writes.
  package static func compareIndex(in tx: Transaction) throws {
    try tx.run(.twin(sqlite: "INSERT INTO post_words (post_words, rank) VALUES ('integrity-check', 1)", postgres: "SELECT 1"))
  }
}

private struct ComparedPost {
  let id: Int64
  let isMissing: Bool
  let isRight: Bool

  init(_ row: inout Row) throws {
    id = try row.next()
    let source: String = try row.next()
    let title: String? = try row.next()
    let scope: String = try row.next()
    let keptScope: String? = try row.next()
    let keptTitle: String? = try row.next()
    let keptBody: String? = try row.next()
    isMissing = keptScope == nil
    let titleWords = title.map { TextAnalyzer().termsText(of: $0) } ?? ""
    isRight = scope == keptScope && titleWords == keptTitle && (try? PostBody(imported: source))?.terms == keptBody
  }
}
