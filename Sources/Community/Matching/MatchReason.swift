import Database
import Matching

/// Why somebody or something is suggested, so that it can be looked up: a word, and a public place where it stands.
package struct MatchReason: Sendable, Equatable {
  /// The word as it is written there.
  package let word: String
  package let place: Place

  package enum Place: Sendable, Equatable {
    /// A post, with the stretch of its text that has the word; nothing where it stands in the title or a tag.
    case post(PostID, title: String, excerpt: [SearchResult.Piece])
    /// A tag the member says interests them.
    case interest
  }

  /// About how many characters of a post are shown.
  private static let length = 120

  /// The reasons of the evidence for a member that the viewer may look up and find there, in its order. What cannot be shown is no reason.
  static func load(_ evidence: [Evidence], of member: MemberID, for viewer: Viewer, in tx: Transaction) throws -> [MatchReason] {
    let ids = evidence.compactMap { entry in if case .post(let id, _) = entry.source { PostID(rawValue: id) } else { nil } }
    let rows = try tx.all(
      """
      SELECT post.id, post.kind, topic.title, post.html, topic.id FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id \(anyOf: ids) AND \(MatchFeed.fed) AND \(Visibility.standing(viewer)) AND \(Visibility.standingPost)
      """
    ) { row in
      Text(
        post: try row.next(), isOpening: try row.next(PostKind.self) == .opening, title: try row.next(), html: try row.next(),
        topic: try row.next())
    }
    let texts = Dictionary(uniqueKeysWithValues: rows.map { ($0.post, $0) })
    return try evidence.compactMap { entry in
      switch entry.source {
      case .interest: try interest(entry.term, of: member, in: tx)
      case .post(let id, _): try texts[PostID(rawValue: id)].flatMap { try $0.reason(entry.term, in: tx) }
      }
    }
  }

  /// The tag that has the word; matching knows only tags that everybody sees.
  private static func interest(_ term: String, of member: MemberID, in tx: Transaction) throws -> MatchReason? {
    try MatchFeed.interests(of: [member.rawValue], in: tx).map(\.name)
      .first { name in TextAnalyzer().terms(of: name).contains { $0.text == term } }
      .map { MatchReason(word: $0, place: .interest) }
  }

  private struct Text {
    let post: PostID
    let isOpening: Bool
    let title: String
    let html: String
    let topic: TopicID

    func reason(_ term: String, in tx: Transaction) throws -> MatchReason? {
      let query = SearchQuery(terms: [term])
      let excerpt = Excerpt(of: plainText(html), matching: query, analyzer: TextAnalyzer(), length: MatchReason.length)
      if let word = excerpt.pieces.first(where: \.isMatch) {
        return MatchReason(word: word.text, place: .post(post, title: title, excerpt: SearchResult.pieces(excerpt)))
      }
      guard isOpening else { return nil }
      let tags = try tx.values(
        "SELECT tag.name FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id WHERE topic_tag.topic_id = \(topic) ORDER BY tag.name",
        as: String.self)
      for text in [title] + tags {
        let found = Excerpt(of: text, matching: query, analyzer: TextAnalyzer(), length: TopicTitle.longest)
        if let word = found.pieces.first(where: \.isMatch) {
          return MatchReason(word: word.text, place: .post(post, title: title, excerpt: []))
        }
      }
      return nil
    }
  }
}
