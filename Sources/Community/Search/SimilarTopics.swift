package import Database
import Matching

/// Topics on the same subject as a text, solved ones first: for the rail of a topic, and for whoever is about to ask. Bounded work for any text:
/// its first words are put to the index as in ``SomeWords``.
package struct SimilarTopics: Sendable {
  package static let most = 5
  private static let mostWords = 8
  /// The newest posts looked at of each word.
  private static let listed = 120
  /// What has less of the text than this is not on the same subject.
  private static let leastShare = 0.3
  private let query: SearchQuery
  private let topic: TopicID?

  /// `topic` is the one the text is of, which is not similar to itself. The title counts first, then the tags, then the text.
  package init(title: String, tags: [String] = [], body: String = "", besides topic: TopicID? = nil) {
    var terms: [String] = []
    for text in [title] + tags + [String(body.prefix(400))] {
      for term in TextAnalyzer().terms(of: text) where !term.isPart && term.text.utf8.count > 2 && !terms.contains(term.text) {
        terms.append(term.text)
      }
    }
    query = SearchQuery(terms: terms.prefix(Self.mostWords))
    self.topic = topic
  }

  /// The numbers of the topics, of those the viewer may see.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> [TopicID] {
    guard !query.isEmpty else { return [] }
    let found = try SomeWords(listed: Self.listed, index: try WordIndex(for: viewer, in: tx), filters: .none)
      .posts(of: query, besides: topic.map { [$0] } ?? [], for: viewer, in: tx)
    let best = TopicRanking(query: query, weights: found.weights, titleWeight: 1.5).topics(found.posts.map { $0.candidate(now: tx.now) })
      .filter { $0.share >= Self.leastShare }.prefix(Self.most).map { found.posts[$0.place] }
    return (best.filter(\.isSolved) + best.filter { !$0.isSolved }).map(\.topic)
  }
}

/// A topic as a short list names it.
package struct SimilarTopic: Sendable, Equatable, SQLRow {
  package let id: TopicID
  package let slug: String
  package let title: String
  package let isSolved: Bool
  package let isQuestion: Bool
  package let replyCount: Int

  package init(_ row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    title = try row.next()
    isSolved = try row.next()
    isQuestion = try row.next()
    replyCount = try row.next()
  }

  /// Of the numbered topics those the viewer may see, in the order of the numbers.
  package static func load(_ ids: [TopicID], for viewer: Viewer, in tx: Transaction) throws -> [SimilarTopic] {
    guard !ids.isEmpty else { return [] }
    let topics: [SimilarTopic] = try tx.all(
      """
      SELECT topic.id, topic.slug, topic.title, topic.accepted_count > 0 OR topic.solved_at IS NOT NULL, topic.kind = 'question', topic.reply_count
      FROM topic WHERE topic.id \(anyOf: ids) AND \(Visibility.standing(viewer))
      """)
    let byID = Dictionary(uniqueKeysWithValues: topics.map { ($0.id, $0) })
    return ids.compactMap { byID[$0] }
  }
}
