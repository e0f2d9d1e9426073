package import Database

/// What somebody has begun to write, exactly as typed.
package struct DraftText: Sendable, Equatable {
  package var title = ""
  package var body = ""
  package var category = ""
  package var tags = ""
  /// Question or discussion, as the form says it.
  package var topicKind = ""
  package var replyTo: PostID?
  /// The version of the post that an edit began with.
  package var postVersion: Int?

  package init() {}

  /// What was written in a form with nothing but a text.
  package init(body: String) { self.body = body }

  /// Whether there is nothing that took anybody time.
  package var isBlank: Bool { [title, body, tags].allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  /// As much as what it may become may hold.
  var isTooLong: Bool {
    body.utf8.count > PostBody.mostBytes || title.utf8.count > TopicTitle.longest * 8 || category.utf8.count > 100
      || tags.utf8.count > 1_000
      || topicKind.utf8.count > 20
  }
}

/// A draft as it is stored; only ever its own writer's.
package struct Draft: Sendable, Equatable, SQLRow {
  /// Texts are forgotten when nobody has gone on with them for so long.
  package static let kept = Span.days(180)
  /// Discarded ones can be brought back for so long.
  package static let restorable = Span.hours(24)
  package let id: DraftID
  package let place: DraftPlace
  package let version: Int
  /// Which open page saved it last; empty for one without scripts.
  package let hand: String
  package let text: DraftText
  package let savedAt: Timestamp

  package init(_ row: inout Row) throws {
    id = try row.next()
    let kind: DraftPlace.Kind = try row.next()
    place = DraftPlace(kind, target: try row.next())
    version = try row.next()
    hand = try row.next()
    var text = DraftText()
    text.title = try row.next()
    text.body = try row.next()
    text.category = try row.next()
    text.tags = try row.next()
    text.topicKind = try row.next()
    text.replyTo = try row.next()
    text.postVersion = try row.next()
    self.text = text
    savedAt = try row.next()
  }

  static let columns: SQL =
    """
    draft.id, draft.kind, draft.target, draft.version, draft.hand, draft.title, draft.body, draft.category, draft.tags, draft.topic_kind,
    draft.reply_to, draft.post_version, draft.saved_at
    """

  /// What the viewer has begun in one place; nothing for a visitor.
  package static func find(_ place: DraftPlace, of viewer: Viewer, in tx: Transaction) throws -> Draft? {
    guard let member = viewer.memberID else { return nil }
    return try tx.first("SELECT \(columns) FROM draft WHERE \(place.rows(of: member)) AND draft.state = 'kept'")
  }

  /// Whether the page with this stamp wrote it last.
  package func continues(_ stamp: DraftStamp, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM draft WHERE draft.id = \(id) AND \(stamp.wroteLast)")
  }

  /// What the viewer has begun in a topic: the reply, and remarks on some of its posts.
  package static func find(in view: TopicView, of viewer: Viewer, in tx: Transaction) throws -> [DraftPlace: Draft] {
    guard let member = viewer.memberID else { return [:] }
    let posts = ([view.opening] + view.posts + view.accepted).map(\.id)
    let found: [Draft] = try tx.all(
      """
      SELECT \(columns) FROM draft WHERE draft.member_id = \(member) AND draft.state = 'kept'
        AND ((draft.kind = 'reply' AND draft.target = \(view.topic.id)) OR (draft.kind = 'remark' AND draft.target \(anyOf: posts)))
      """)
    return Dictionary(found.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
