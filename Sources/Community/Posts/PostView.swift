package import Database

/// A post as one viewer may read it. What they may not read never left the database.
package struct PostView: Sendable {
  package let id: PostID
  package let topicID: TopicID
  /// Its place in the topic; nil for a remark.
  package let number: Int?
  package let kind: PostKind
  package let parentID: PostID?
  /// The number of the post this one answers, in a discussion.
  package let replyToNumber: Int?
  package let replyToName: String?
  /// Nil when the author took their name off, and where only the place of a removed post is shown.
  package let author: MemberBadge?
  package let isOwn: Bool
  /// Whether the viewer has blocked who wrote it, and it stands under their name.
  package let isBlocked: Bool
  package let html: String
  package let createdAt: Timestamp
  /// When it was last edited, where the edit shows.
  package let editedAt: Timestamp?
  /// Whether moderators took an insult out of it.
  package let isMasked: Bool
  package let version: Int
  /// Our votes and those it brought along from another forum.
  package let votes: Int
  package let hasMyVote: Bool
  package let remarkCount: Int
  package let removal: Removal?
  package let acceptance: Acceptance?

  /// Why a post is not there for everybody.
  package enum Removal: Sendable, Equatable {
    case byAuthor, byModerator, hidden
    /// By a machine, until a person has looked, by then at the latest.
    case held(until: Timestamp)
  }

  /// That a post was accepted: by whom, in which role, when, and whether the asker objects.
  package struct Acceptance: Sendable, Equatable {
    package let name: String?
    package let role: AcceptanceRole
    package let at: Timestamp
    package let objection: String?
  }

  /// Whether the viewer may read its text.
  package let isReadable: Bool
}

extension PostView: SQLRow {
  package init(_ row: inout Row) throws {
    id = try row.next()
    topicID = try row.next()
    number = try row.next()
    kind = try row.next()
    parentID = try row.next()
    replyToNumber = try row.next()
    replyToName = try row.next()
    isOwn = try row.next()
    isReadable = try row.next()
    html = try row.next()
    createdAt = try row.next()
    let edited: Timestamp? = try row.next()
    let editShows: Bool = try row.next()
    isMasked = try row.next()
    editedAt = editShows || isMasked ? edited : nil
    version = try row.next()
    votes = try row.next()
    remarkCount = try row.next()
    hasMyVote = try row.next()
    let isHidden: Bool = try row.next()
    let isDeleted: Bool = try row.next()
    let isDeletedByAuthor: Bool? = try row.next()
    let heldUntil: Timestamp? = try row.next()
    removal =
      isDeleted
      ? (isDeletedByAuthor == true ? .byAuthor : .byModerator) : isHidden ? heldUntil.map { .held(until: $0) } ?? .hidden : nil
    let role: AcceptanceRole? = try row.next()
    let at: Timestamp? = try row.next()
    let name: String? = try row.next()
    let objection: String? = try row.next()
    acceptance = if let role, let at { Acceptance(name: name, role: role, at: at, objection: objection) } else { nil }
    let isNameless: Bool = try row.next()
    let isByBlocked: Bool = try row.next()
    let badge = try MemberBadge(&row)
    author = isNameless || !isReadable ? nil : badge
    isBlocked = isByBlocked && author != nil
  }

  /// An asker who took their name off the question is not named as the one who accepted.
  private static var acceptorName: SQL {
    """
    CASE WHEN NOT (acceptance.role = 'asker' AND EXISTS (
      SELECT 1 FROM post asked WHERE asked.topic_id = post.topic_id AND asked.number = 1 AND asked.nameless)) THEN acceptor.name END
    """
  }

  /// Posts of one topic the viewer may open; `condition` picks which.
  static func select(_ condition: SQL, for viewer: Viewer) -> SQL {
    let readable = Visibility.readable(viewer)
    let isOwn: SQL = viewer.memberID.map { "post.author_id = \($0)" } ?? "FALSE"
    let isBlocked: SQL = viewer.memberID.map { Blocking.stops("\($0)", from: "post.author_id") } ?? "FALSE"
    return """
      SELECT post.id, post.topic_id, post.number, post.kind, post.parent_id, parent.number,
        CASE WHEN NOT parent.nameless AND NOT parent.hidden AND parent.deleted_at IS NULL THEN parent_author.name END,
        \(isOwn), \(readable), CASE WHEN \(readable) THEN post.html ELSE '' END,
        post.created_at, post.edited_at, post.edit_shows,
        CASE WHEN post.edited_at IS NULL THEN FALSE ELSE EXISTS (SELECT 1 FROM act masking WHERE masking.post_id = post.id
          AND masking.kind = 'mask' AND NOT EXISTS (SELECT 1 FROM act undoing WHERE undoing.undoes = masking.id)) END, post.version, post.vote_count + post.imported_votes, post.remark_count,
        vote.post_id IS NOT NULL, post.hidden, post.deleted_at IS NOT NULL, post.deleted_by = post.author_id,
        CASE WHEN post.hidden THEN (SELECT review.due_at FROM review WHERE review.post_id = post.id AND review.settled_at IS NULL
          AND review.act_id IS NULL AND review.cause = 'held') END,
        acceptance.role, acceptance.at, \(acceptorName), objection.note, post.nameless, \(isBlocked),
        \(MemberBadge.columns("author"))
      FROM post
      JOIN member author ON author.id = post.author_id
      LEFT JOIN post parent ON parent.id = post.parent_id
      LEFT JOIN member parent_author ON parent_author.id = parent.author_id
      LEFT JOIN vote ON vote.post_id = post.id AND vote.member_id = \(viewer.memberID)
      LEFT JOIN acceptance ON acceptance.post_id = post.id
      LEFT JOIN member acceptor ON acceptor.id = acceptance.member_id
      LEFT JOIN objection ON objection.post_id = post.id
      WHERE \(condition)
      """
  }
}
