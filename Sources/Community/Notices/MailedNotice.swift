package import Database

/// What a mail says of a notice, read at the moment it is sent.
package struct MailedNotice: Sendable {
  package let post: PostID
  package let topicTitle: String
  /// Nil when they took their name off.
  package let author: String?
  /// Made by Markup when it was written.
  package let html: String

  /// Nil where it is not to be mailed any more: read meanwhile, no longer to be seen, no longer wanted, or by somebody who was
  /// suspended since.
  package static func find(_ notice: NoticeID, _ kind: NoticeMail, for actor: Actor, in tx: Transaction) throws -> MailedNotice? {
    guard try MailChoices.wanted(by: actor.id, in: tx).contains(kind), kind != .question || actor.may(.beTold) else { return nil }
    let found: MailedNotice? = try tx.first(
      """
      SELECT post.id, topic.title, CASE WHEN NOT post.nameless THEN author.name END, post.html
      FROM notice JOIN post ON post.id = notice.post_id JOIN topic ON topic.id = notice.topic_id
      JOIN member author ON author.id = post.author_id
      WHERE notice.id = \(notice) AND notice.member_id = \(actor.id) AND notice.read_at IS NULL
        AND \(ShownNotices.condition(for: actor.viewer, member: actor.id))
        AND (author.suspended_until IS NULL OR author.suspended_until <= \(tx.now))
      """)
    guard let found, try kind != .followed || TellFollowers.wantsMail(actor.id, of: found.post, in: tx) else { return nil }
    return found
  }
}

extension MailedNotice: SQLRow {
  package init(_ row: inout Row) throws {
    post = try row.next()
    topicTitle = try row.next()
    author = try row.next()
    html = try row.next()
  }
}

/// A notice that was just written, and by which mail it may come too.
package struct ToldNotice: Sendable, Equatable {
  package let id: NoticeID
  package let member: MemberID
  package let mail: NoticeMail?
}
