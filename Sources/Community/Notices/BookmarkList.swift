package import Database

/// A post somebody kept.
package struct BookmarkRow: Sendable, Equatable, SQLRow {
  package let post: PostID
  package let kind: PostKind
  package let number: Int?
  package let topicTitle: String
  /// Made by Markup when it was written.
  package let html: String
  /// Nil when the author took their name off.
  package let author: MemberBadge?
  package let writtenAt: Timestamp
  package let at: Timestamp

  package init(_ row: inout Row) throws {
    post = try row.next()
    kind = try row.next()
    number = try row.next()
    topicTitle = try row.next()
    html = try row.next()
    writtenAt = try row.next()
    at = try row.next()
    let isNameless: Bool = try row.next()
    let badge = try MemberBadge(&row)
    author = isNameless ? nil : badge
  }
}

/// What a member kept, newest first: only what still stands and they may still see.
package struct BookmarkList: Sendable {
  package static let pageSize = 30
  package let rows: [BookmarkRow]
  /// Where the next page begins; nil on the last.
  package let older: Cursor?

  /// A place in the list.
  package struct Cursor: Sendable, Equatable {
    let at: Timestamp
    let post: PostID
    /// As it stands in an address: `MILLISECONDS-NUMBER`.
    package var text: String { "\(at.rawValue)-\(post.rawValue)" }
    init(at: Timestamp, post: PostID) { (self.at, self.post) = (at, post) }
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let at = Identifier<Never>(parts[0]), let post = PostID(parts[1]) else { return nil }
      self.init(at: Timestamp(milliseconds: at.rawValue), post: post)
    }
  }

  package static func load(before cursor: Cursor?, for actor: Actor, in tx: Transaction) throws -> BookmarkList {
    let after: SQL = cursor.map { "(bookmark.at, bookmark.post_id) < (\($0.at), \($0.post))" } ?? "TRUE"
    var rows: [BookmarkRow] = try tx.all(
      """
      SELECT post.id, post.kind, post.number, topic.title, post.html, post.created_at, bookmark.at, post.nameless,
        \(MemberBadge.columns("author"))
      FROM bookmark JOIN post ON post.id = bookmark.post_id JOIN topic ON topic.id = post.topic_id
      JOIN member author ON author.id = post.author_id
      WHERE bookmark.member_id = \(actor.id) AND \(Visibility.standing(actor.viewer)) AND \(Visibility.standingPost) AND \(after)
      ORDER BY bookmark.at DESC, bookmark.post_id DESC LIMIT \(pageSize + 1)
      """)
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    return BookmarkList(rows: rows, older: hasMore ? rows.last.map { Cursor(at: $0.at, post: $0.post) } : nil)
  }

  /// Which of these posts the viewer kept.
  static func kept(among posts: [PostID], for viewer: Viewer, in tx: Transaction) throws -> Set<PostID> {
    guard let member = viewer.memberID else { return [] }
    return Set(try tx.values("SELECT post_id FROM bookmark WHERE member_id = \(member) AND post_id \(anyOf: posts)", as: PostID.self))
  }
}
