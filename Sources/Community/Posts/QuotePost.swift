package import Database

/// What somebody begins with who answers a post word by word: its text as a quote, under the handle of who wrote it.
package struct QuotePost: Sendable {
  /// More of a post is not quoted: who means one sentence takes the others out by hand.
  private static let mostBytes = 2_000
  package let post: PostID
  package let topic: TopicID
  package init(post: PostID, in topic: TopicID) {
    self.post = post
    self.topic = topic
  }

  /// Nil unless the post stands in that topic and the viewer may read it.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> String? {
    let found = try tx.first(
      """
      SELECT post.body, CASE WHEN NOT post.nameless THEN author.handle END
      FROM post JOIN topic ON topic.id = post.topic_id JOIN member author ON author.id = post.author_id
      WHERE post.id = \(post) AND topic.id = \(topic) AND post.kind <> 'remark' AND \(Visibility.standingPost) AND \(Visibility.standing(viewer))
      """
    ) { row in (body: try row.next(String.self), handle: try row.next(String?.self)) }
    return found.map { Self.quoted($0.body, by: $0.handle) }
  }

  /// Every line becomes one of the quote, so that nothing in it can end it.
  static func quoted(_ body: String, by handle: String?) -> String {
    var text = body[...]
    while text.last?.isWhitespace ?? false { text.removeLast() }
    if text.utf8.count > mostBytes { text = String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self)[...].dropLast() + "…" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
    return (handle.map { "@\($0):\n\n" } ?? "") + lines.joined(separator: "\n") + "\n\n"
  }
}
