package import Database

/// One row of a list of topics.
package struct TopicRow: Sendable {
  package let id: TopicID
  package let slug: String
  package let title: String
  package let state: TopicState
  package let categorySlug: String
  package let categoryName: String
  /// Who opened it; nil when they took their name off.
  package let author: MemberBadge?
  package let lastPoster: MemberBadge?
  package let bumpedAt: Timestamp
  package let replyCount: Int
  /// Where the viewer stopped reading, if somebody else wrote something since that still stands.
  package let unreadAfter: Int?
  package var isUnread: Bool { unreadAfter != nil }
  package let tags: [String]
}

/// A page of topics, newest change first, cut by a key so that no page costs more than the first.
package struct TopicList: Sendable {
  package static let pageSize = 30
  package let rows: [TopicRow]
  /// Where the next older page begins; nil on the last.
  package let older: Cursor?

  /// A place in a list: the time of a row's last change and its number.
  package struct Cursor: Sendable, Equatable {
    package let bumpedAt: Timestamp
    package let id: TopicID
    package init(bumpedAt: Timestamp, id: TopicID) {
      self.bumpedAt = bumpedAt
      self.id = id
    }
    /// As it stands in an address: `MILLISECONDS-NUMBER`.
    package var text: String { "\(bumpedAt.rawValue)-\(id.rawValue)" }
    package init?(_ text: String) {
      let parts = text.split(separator: "-")
      guard parts.count == 2, let time = Identifier<Never>(parts[0]), let id = TopicID(parts[1]) else { return nil }
      self.init(bumpedAt: Timestamp(milliseconds: time.rawValue), id: id)
    }
  }

  /// Which topics a list holds.
  package enum Scope: Sendable {
    case latest, unanswered
    case category(CategoryID)
    case tag(TopicTagID)
    case author(MemberID)
    /// What a member has not read of the last ``newFor``, without what they muted.
    case newToMe(MemberID)
    case mine(MemberID, Mine)
  }

  /// How long something unread counts as new.
  package static let newFor = Span.days(30)

  /// What makes a topic a member's own.
  package enum Mine: String, Sendable, CaseIterable { case all, asked, answered, followed }

  /// The topics of `scope` the viewer may see, before `cursor`.
  package static func load(_ scope: Scope, before cursor: Cursor?, for viewer: Viewer, in tx: Transaction) throws -> TopicList {
    let table: SQL
    let condition: SQL
    let key: SQL
    switch scope {
    case .latest: (table, condition, key) = ("topic", "TRUE", "topic.bumped_at")
    case .unanswered:
      (table, condition, key) = (
        "topic",
        """
        topic.kind = 'question' AND topic.others_count = 0 AND topic.accepted_count = 0 AND topic.solved_at IS NULL
          AND \(Visibility.inOpenCategory)
        """,
        "topic.bumped_at"
      )
    case .category(let id): (table, condition, key) = ("topic", "topic.category_id = \(id)", "topic.bumped_at")
    case .author(let id):
      (table, condition, key) = (
        "topic",
        "topic.author_id = \(id) AND NOT EXISTS (SELECT 1 FROM post WHERE post.topic_id = topic.id AND post.number = 1 AND post.nameless)",
        "topic.created_at"
      )
    case .tag(let id):
      (table, condition, key) = (
        "topic_tag JOIN topic ON topic.id = topic_tag.topic_id", "topic_tag.tag_id = \(id)", "topic_tag.bumped_at"
      )
    case .newToMe(let member):
      (table, condition, key) = ("topic", isNew(to: member, at: tx.now), "topic.bumped_at")
    // Crossed, so that few topics of one's own are looked up one by one instead of looked for among all.
    case .mine(let member, let which):
      (table, condition, key) = (
        "(\(topics(of: member, which))) AS mine CROSS JOIN topic", "topic.id = mine.topic_id", "topic.bumped_at"
      )
    }
    let after: SQL = cursor.map { "(\(key), topic.id) < (\($0.bumpedAt), \($0.id))" } ?? "TRUE"
    var rows = try tx.all(
      """
      SELECT topic.id, topic.slug, topic.title, topic.kind, topic.accepted_count > 0 OR topic.solved_at IS NOT NULL,
        category.slug, category.name, topic.bumped_at, topic.created_at, topic.reply_count,
        CASE WHEN \(hasUnread(by: viewer)) THEN read_mark.number END, opening.nameless, last_post.nameless,
        \(MemberBadge.columns("author")), \(MemberBadge.columns("poster"))
      FROM \(table)
      JOIN category ON category.id = topic.category_id
      JOIN member author ON author.id = topic.author_id
      JOIN member poster ON poster.id = topic.last_poster_id
      JOIN post opening ON opening.topic_id = topic.id AND opening.number = 1
      LEFT JOIN post last_post ON last_post.id = topic.last_post_id
      LEFT JOIN read_mark ON read_mark.topic_id = topic.id AND read_mark.member_id = \(viewer.memberID)
      WHERE \(condition) AND \(Visibility.standing(viewer)) AND \(after)
      ORDER BY \(key) DESC, topic.id DESC LIMIT \(pageSize + 1)
      """
    ) { row in try ListedTopic(&row) }
    let hasMore = rows.count > pageSize
    if hasMore { rows.removeLast() }
    let tags = try tags(of: rows.map(\.id), in: tx)
    let last = hasMore ? rows.last : nil
    var byCreation = false
    if case .author = scope { byCreation = true }
    return TopicList(
      rows: rows.map { $0.row(tags: tags[$0.id] ?? []) },
      older: last.map { Cursor(bumpedAt: byCreation ? $0.createdAt : $0.bumpedAt, id: $0.id) })
  }

  /// True where others wrote what still stands after the viewer's mark.
  private static func hasUnread(by viewer: Viewer) -> SQL {
    guard let member = viewer.memberID else { return "FALSE" }
    return """
      read_mark.number < topic.last_number AND EXISTS (
        SELECT 1 FROM post fresh WHERE fresh.topic_id = topic.id AND fresh.number > read_mark.number AND fresh.author_id <> \(member)
          AND fresh.deleted_at IS NULL AND NOT fresh.hidden)
      """
  }

  /// Never opened, or with something unread that is not by somebody muted.
  private static func isNew(to member: MemberID, at now: Timestamp) -> SQL {
    """
    topic.bumped_at > \(now - newFor)
      AND NOT \(Muting.mutes("\(member)", author: "CASE WHEN NOT opening.nameless THEN topic.author_id END"))
      AND (read_mark.number IS NULL OR (read_mark.number < topic.last_number AND EXISTS (
        SELECT 1 FROM post fresh WHERE fresh.topic_id = topic.id AND fresh.number > read_mark.number AND fresh.author_id <> \(member)
          AND fresh.deleted_at IS NULL AND NOT fresh.hidden
          AND NOT EXISTS (SELECT 1 FROM follow WHERE follow.member_id = \(member) AND follow.kind = 'member'
            AND follow.target_id = fresh.author_id AND follow.level = 'mute'))))
    """
  }

  private static func topics(of member: MemberID, _ which: Mine) -> SQL {
    switch which {
    case .asked: "SELECT id AS topic_id FROM topic WHERE author_id = \(member)"
    case .answered: "SELECT DISTINCT topic_id FROM post WHERE author_id = \(member) AND number > 1 AND deleted_at IS NULL AND NOT hidden"
    case .followed:
      """
      SELECT target_id AS topic_id FROM follow
      WHERE member_id = \(member) AND kind = 'topic' AND level IN ('follow', 'everything', 'mail')
      """
    case .all: [.asked, .answered, .followed].map { topics(of: member, $0) }.joined(" UNION ")
    }
  }

  private static func tags(of topics: [TopicID], in tx: Transaction) throws -> [TopicID: [String]] {
    guard !topics.isEmpty else { return [:] }
    let rows = try tx.all(
      """
      SELECT topic_tag.topic_id, tag.name FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id
      WHERE topic_tag.topic_id \(anyOf: topics) ORDER BY tag.name
      """
    ) { row in (try row.next(TopicID.self), try row.next(String.self)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

private struct ListedTopic {
  let id: TopicID
  let slug: String
  let title: String
  let kind: TopicKind
  let isSolved: Bool
  let categorySlug: String
  let categoryName: String
  let bumpedAt: Timestamp
  let createdAt: Timestamp
  let replyCount: Int
  let unreadAfter: Int?
  let isAuthorNameless: Bool
  let isPosterNameless: Bool
  let author: MemberBadge
  let poster: MemberBadge

  init(_ row: inout Row) throws {
    id = try row.next()
    slug = try row.next()
    title = try row.next()
    kind = try row.next()
    isSolved = try row.next()
    categorySlug = try row.next()
    categoryName = try row.next()
    bumpedAt = try row.next()
    createdAt = try row.next()
    replyCount = try row.next()
    unreadAfter = try row.next()
    isAuthorNameless = try row.next()
    isPosterNameless = try row.next(Bool?.self) ?? false
    author = try MemberBadge(&row)
    poster = try MemberBadge(&row)
  }

  func row(tags: [String]) -> TopicRow {
    TopicRow(
      id: id, slug: slug, title: title, state: TopicState(kind: kind, isSolved: isSolved), categorySlug: categorySlug,
      categoryName: categoryName, author: isAuthorNameless ? nil : author, lastPoster: isPosterNameless ? nil : poster, bumpedAt: bumpedAt,
      replyCount: replyCount, unreadAfter: unreadAfter, tags: tags)
  }
}
