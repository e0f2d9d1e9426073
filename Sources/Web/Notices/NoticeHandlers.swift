import Community
import Database
import Pages

/// What a member was told.
enum NoticeHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    var start: NoticeList.Cursor?
    if let text = context.request.query("before") {
      guard let cursor = NoticeList.Cursor(text) else { throw ForumError.notFound }
      start = cursor
    }
    let (actor, cursor) = (context.actor, start)
    let readAt = context.request.query("read").flatMap { Identifier<Never>($0) }.map { Timestamp(milliseconds: $0.rawValue) }
    return try await context.page { maker, tx in
      NoticesPage(try NoticeList.load(before: cursor, for: actor, in: tx), readAt: readAt, isFirst: cursor == nil, maker: maker)
    }
  }

  /// Leads back with an offer to undo.
  static func markRead(_ form: NoticesReadForm, _ context: MemberContext) async throws -> Reply {
    guard let upTo = form.upTo else { throw ForumError.invalid("upto", .choiceUnknown) }
    let (actor, mark) = (context.actor, MarkNoticesRead(form.part, upTo: upTo))
    let at = try await context.write { tx in try mark.perform(by: actor, in: tx) }
    return .redirect("\(Paths.notices)?read=\(at.rawValue)")
  }

  static func markUnread(_ form: NoticesUnreadForm, _ context: MemberContext) async throws -> Reply {
    guard let at = form.at else { throw ForumError.invalid("at", .choiceUnknown) }
    let actor = context.actor
    try await context.write { tx in try MarkNoticesUnread(readAt: at).perform(by: actor, in: tx) }
    return .redirect(Paths.notices)
  }
}

/// Which notices were read: of one thing or all, up to the newest that was on the page.
struct NoticesReadForm: Form {
  static let fields = [
    FormField("topic", maximumBytes: 20), FormField("conversation", maximumBytes: 20), FormField("decision", maximumBytes: 20),
    FormField("report", maximumBytes: 20), FormField("upto", maximumBytes: 20),
  ]
  let part: MarkNoticesRead.Part
  let upTo: NoticeID?
  init(_ values: FormValues) {
    part =
      TopicID(values["topic"]).map { .topic($0) } ?? ConversationID(values["conversation"]).map { .conversation($0) }
      ?? ActID(values["decision"]).map { .decision($0) } ?? ReviewID(values["report"]).map { .report($0) } ?? .all
    upTo = NoticeID(values["upto"])
  }
}

/// When notices were marked that are to be unread again.
struct NoticesUnreadForm: Form {
  static let fields = [FormField("at", maximumBytes: 20)]
  let at: Timestamp?
  init(_ values: FormValues) { at = Identifier<Never>(values["at"]).map { Timestamp(milliseconds: $0.rawValue) } }
}
