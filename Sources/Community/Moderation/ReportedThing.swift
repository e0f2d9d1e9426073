package import Database

/// What somebody is about to report, as they see it.
package struct ReportedThing: Sendable {
  package let author: MemberBadge
  /// Whether the author's name stands on it.
  package let isNamed: Bool
  /// Made by Markup when it was written.
  package let html: String
  package let at: Timestamp

  /// Throws ``ForumError/notFound`` for what the viewer may not see, and for their own.
  package static func post(_ post: PostID, for viewer: Viewer, in tx: Transaction) throws -> ReportedThing {
    let found = try tx.first(
      """
      SELECT post.nameless, post.html, post.created_at, \(MemberBadge.columns("author"))
      FROM post JOIN topic ON topic.id = post.topic_id JOIN member author ON author.id = post.author_id
      WHERE post.id = \(post) AND \(Visibility.standing(viewer)) AND \(Visibility.standingPost)
      """
    ) { row in
      let (isNameless, html, at): (Bool, String, Timestamp) = (try row.next(), try row.next(), try row.next())
      return ReportedThing(author: try MemberBadge(&row), isNamed: !isNameless, html: html, at: at)
    }
    guard let found, !viewer.isMember(found.author.id) else { throw ForumError.notFound }
    return found
  }

  /// The same of a profile.
  package static func member(_ handle: Handle, for viewer: Viewer, in tx: Transaction) throws -> ReportedThing {
    let found = try tx.first(
      "SELECT member.bio_html, member.created_at, \(MemberBadge.columns("member")) FROM member WHERE member.handle = \(handle.text)"
    ) { row in
      let (html, at): (String, Timestamp) = (try row.next(), try row.next())
      return ReportedThing(author: try MemberBadge(&row), isNamed: true, html: html, at: at)
    }
    guard let found, !viewer.isMember(found.author.id) else { throw ForumError.notFound }
    return found
  }
}
