package import Database

/// What a mail says of a notice, read at the moment it is sent.
package struct MailedNotice: Sendable {
  package let place: NoticeRow.Place
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
      SELECT \(NoticeRow.Place.columns(for: actor.viewer)),
        CASE WHEN NOT coalesce(post.nameless, FALSE) THEN author.name END, coalesce(post.html, part.html)
      FROM notice \(ShownNotices.joins())
      JOIN member author ON author.id = coalesce(post.author_id, part.author_id)
      WHERE notice.id = \(notice) AND notice.member_id = \(actor.id) AND notice.read_at IS NULL
        AND \(ShownNotices.condition(for: actor.viewer, member: actor.id))
        AND (author.suspended_until IS NULL OR author.suspended_until <= \(tx.now))
      """)
    guard let found else { return nil }
    if kind == .followed, case .post(let post, _, _, _) = found.place {
      return try TellFollowers.wantsMail(actor.id, of: post, in: tx) ? found : nil
    }
    return found
  }
}

extension MailedNotice: SQLRow {
  package init(_ row: inout Row) throws {
    place = try NoticeRow.Place(&row)
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
