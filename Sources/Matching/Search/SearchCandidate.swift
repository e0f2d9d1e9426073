/// A post that the index found, with what its rank depends on.
package struct SearchCandidate: Sendable {
  /// Decides between equals: the higher, the earlier in the list.
  package var id: Int64
  /// The topic it stands in.
  package var topic: Int64
  /// The terms of its topic's title, as `TextAnalyzer.termsText` made them.
  package var title: String
  /// The terms of its own text, as `TextAnalyzer.termsText` made them.
  package var body: String
  /// Milliseconds since it was written.
  package var age: Int64
  /// Whether it opens its topic.
  package var isOpening: Bool
  /// Whether its topic is solved.
  package var isSolved: Bool
  package var votes: Int
  /// How many posts its topic has.
  package var posts: Int

  package init(
    id: Int64, topic: Int64 = 0, title: String, body: String, age: Int64, isOpening: Bool, isSolved: Bool, votes: Int, posts: Int
  ) {
    self.id = id
    self.topic = topic
    self.title = title
    self.body = body
    self.age = age
    self.isOpening = isOpening
    self.isSolved = isSolved
    self.votes = votes
    self.posts = posts
  }
}
