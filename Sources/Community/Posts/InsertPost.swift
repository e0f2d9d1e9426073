import Markup
import Database

extension PostBody {
  /// Stores a post; counters and what is shown around it are the caller's.
  func insert(
    in topic: TopicID, number: Int?, kind: PostKind, parent: PostID?, by author: MemberID, tx: Transaction
  ) throws -> PostID {
    let id: PostID? = try tx.value(
      """
      INSERT INTO post (topic_id, number, kind, parent_id, author_id, body, html, renderer, created_at)
      VALUES (\(topic), \(number), \(kind), \(parent), \(author), \(source), \(rendered.html), \(PostBody.rendererVersion), \(tx.now))
      RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    try PostPictures.add(rendered.pictures, to: id, by: author, in: tx)
    return id
  }
}
