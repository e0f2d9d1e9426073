import Database
import Matching

/// A post that the index found and the viewer may read, with what its rank depends on.
struct FoundPost: SQLRow {
  let post: PostID
  let topic: TopicID
  private let title: String
  private let body: String
  let at: Timestamp
  private let number: Int?
  let isSolved: Bool
  private let votes: Int
  private let replies: Int

  /// What of the listed posts the viewer may read and `filters` let through.
  static func load(_ ids: [PostID], _ filters: SearchFilters, for viewer: Viewer, in tx: Transaction) throws -> [FoundPost] {
    guard !ids.isEmpty else { return [] }
    return try tx.all(
      """
      SELECT post.id, topic.id, title_words.title, post_search.body, post.created_at, post.number,
        topic.accepted_count > 0 OR topic.solved_at IS NOT NULL, post.vote_count + post.imported_votes, topic.reply_count
      FROM post_search JOIN post ON post.id = post_search.post_id JOIN topic ON topic.id = post.topic_id
      JOIN post opening ON opening.topic_id = topic.id AND opening.number = 1
      JOIN post_search title_words ON title_words.post_id = opening.id
      WHERE post_search.post_id \(anyOf: ids) AND \(Visibility.standingPost) AND \(Visibility.standing(viewer)) AND \(filters.condition)
      """)
  }

  init(_ row: inout Row) throws {
    post = try row.next()
    topic = try row.next()
    title = try row.next()
    body = try row.next()
    at = try row.next()
    number = try row.next()
    isSolved = try row.next()
    votes = try row.next()
    replies = try row.next()
  }

  func candidate(now: Timestamp) -> SearchCandidate {
    SearchCandidate(
      id: post.rawValue, topic: topic.rawValue, title: title, body: body, age: (now - at).milliseconds, isOpening: number == 1,
      isSolved: isSolved, votes: votes, posts: replies + 1)
  }
}
