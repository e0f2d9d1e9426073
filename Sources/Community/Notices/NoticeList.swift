package import Database

/// Something a member was told.
package struct NoticeRow: Sendable, Equatable, SQLRow {
  package let id: NoticeID
  package let kind: NoticeKind
  package let place: Place
  /// Who wrote it; nil when they took their name off, and for what was decided: who did is named to nobody.
  package let author: MemberBadge?
  package let at: Timestamp
  package let isRead: Bool

  /// What it tells of.
  package enum Place: Sendable, Equatable {
    case post(PostID, TopicID, title: String, slug: String)
    /// A part of a conversation by its number; the title is empty between members.
    case message(WrittenPart, title: String)
    /// A decision by its act, and what was done; ``ActKind/keep`` after a second look that changed nothing.
    case decision(ActID, ActKind)
    /// What came of a report. The post is nil, and the title empty, where it was of something else or is no longer to be seen.
    case report(ReviewID, PostID?, title: String, isUpheld: Bool)
  }

  /// The topic of a notice of a post.
  package var topic: TopicID? { if case .post(_, let topic, _, _) = place { topic } else { nil } }

  package init(_ row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    place = try Place(&row)
    at = try row.next()
    isRead = try row.next()
    let isNameless: Bool = try row.next()
    let badge = try MemberBadge(&row)
    author = isNameless ? nil : badge
  }
}

extension NoticeRow.Place {
  /// What is read of it, from rows with ``ShownNotices/joins(_:)``. Of a reported post they may not see nothing is told.
  static func columns(for viewer: Viewer) -> SQL {
    let isShown: SQL = "\(Visibility.standing(viewer)) AND \(Visibility.standingPost)"
    return """
      CASE WHEN \(isShown) THEN post.id END, topic.id, coalesce(CASE WHEN \(isShown) THEN topic.title END, conversation.title, ''),
        coalesce(topic.slug, ''), conversation.id, part.number,
        decided.id, CASE WHEN decision.look_outcome = 'kept' THEN 'keep' ELSE decided.kind END, report.review_id, report.upheld
      """
  }

  init(_ row: inout Row) throws {
    let (post, topic): (PostID?, TopicID?) = (try row.next(), try row.next())
    let (title, slug): (String, String) = (try row.next(), try row.next())
    let (conversation, number): (ConversationID?, Int?) = (try row.next(), try row.next())
    let (act, kind): (ActID?, ActKind?) = (try row.next(), try row.next())
    let (review, isUpheld): (ReviewID?, Bool?) = (try row.next(), try row.next())
    if let act, let kind {
      self = .decision(act, kind)
    } else if let review, let isUpheld {
      self = .report(review, post, title: title, isUpheld: isUpheld)
    } else if let post, let topic {
      self = .post(post, topic, title: title, slug: slug)
    } else if let conversation, let number {
      self = .message(WrittenPart(conversation: conversation, number: number), title: title)
    } else {
      throw ForumError.notFound
    }
  }
}

/// What a member was told: unread first, then read, newest first in each.
package struct NoticeList: Sendable {
  package static let pageSize = 50
  package let rows: [NoticeRow]
  /// Where the next page begins; nil on the last.
  package let older: Cursor?

  /// A place in the list.
  package struct Cursor: Sendable, Equatable {
    let isRead: Bool
    let id: NoticeID
    /// As it stands in an address: `unread-NUMBER` or `read-NUMBER`.
    package var text: String { "\(isRead ? "read" : "unread")-\(id.rawValue)" }
    init(isRead: Bool, id: NoticeID) { (self.isRead, self.id) = (isRead, id) }
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "read" || parts[0] == "unread", let id = NoticeID(parts[1]) else { return nil }
      self.init(isRead: parts[0] == "read", id: id)
    }
  }

  package static func load(before cursor: Cursor?, for actor: Actor, in tx: Transaction) throws -> NoticeList {
    var rows: [NoticeRow] = []
    if cursor?.isRead != true { rows = try part(isRead: false, before: cursor?.id, most: pageSize + 1, actor, tx) }
    if rows.count <= pageSize {
      rows += try part(isRead: true, before: cursor?.isRead == true ? cursor?.id : nil, most: pageSize + 1 - rows.count, actor, tx)
    }
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    return NoticeList(rows: rows, older: hasMore ? rows.last.map { Cursor(isRead: $0.isRead, id: $0.id) } : nil)
  }

  private static func part(isRead: Bool, before id: NoticeID?, most: Int, _ actor: Actor, _ tx: Transaction) throws -> [NoticeRow] {
    let state: SQL = isRead ? "notice.read_at IS NOT NULL" : "notice.read_at IS NULL"
    let start: SQL = id.map { "notice.id < \($0)" } ?? "TRUE"
    return try tx.all(
      """
      SELECT notice.id, notice.kind, \(NoticeRow.Place.columns(for: actor.viewer)), notice.at, notice.read_at IS NOT NULL,
        CASE WHEN notice.act = 'decided' THEN TRUE ELSE coalesce(post.nameless, FALSE) END, \(MemberBadge.columns("author"))
      FROM notice \(ShownNotices.joins())
      JOIN member author ON author.id = coalesce(post.author_id, part.author_id, notice.member_id)
      WHERE notice.member_id = \(actor.id) AND \(state) AND \(start) AND \(ShownNotices.condition(for: actor.viewer, member: actor.id))
      ORDER BY notice.id DESC LIMIT \(most)
      """)
  }
}
