package import Database

/// A topic that may answer what somebody is about to ask, with the beginning of the answer that helped.
package struct AskedBefore: Sendable, Equatable {
  package let topic: SimilarTopic
  package let answer: Answer?

  /// The answer that was accepted first and still stands.
  package struct Answer: Sendable, Equatable {
    package let post: PostID
    /// Its first lines, in plain words; ends with an ellipsis where it goes on.
    package let beginning: String
  }

  /// Characters.
  private static let shown = 280

  /// Of the numbered topics those the viewer may see, in the order of the numbers.
  package static func load(_ ids: [TopicID], for viewer: Viewer, in tx: Transaction) throws -> [AskedBefore] {
    let topics = try SimilarTopic.load(ids, for: viewer, in: tx)
    let solved = topics.filter(\.isSolved).map(\.id)
    guard !solved.isEmpty else { return topics.map { AskedBefore(topic: $0, answer: nil) } }
    let accepted: [(topic: TopicID, answer: Answer)] = try tx.all(
      """
      SELECT post.topic_id, post.id, post.html FROM acceptance
      JOIN post ON post.id = acceptance.post_id JOIN topic ON topic.id = post.topic_id
      WHERE acceptance.topic_id \(anyOf: solved) AND \(Visibility.standingPost) AND \(Visibility.standing(viewer))
      ORDER BY acceptance.at, acceptance.post_id
      """
    ) { row in (try row.next(), Answer(post: try row.next(), beginning: beginning(of: try row.next()))) }
    let first = Dictionary(accepted.map { ($0.topic, $0.answer) }, uniquingKeysWith: { first, _ in first })
    return topics.map { AskedBefore(topic: $0, answer: first[$0.id]) }
  }

  private static func beginning(of html: String) -> String {
    let text = plainText(html)
    let cut = text.prefix(shown)
    guard cut.endIndex < text.endIndex else { return text }
    // A cut word goes, where there are others.
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }
}
