import Community
import Database
import Pages

/// Blocking somebody, and who may write to one.
enum BlockHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    var start: BlockList.Cursor?
    if let text = context.request.query("before") {
      guard let cursor = BlockList.Cursor(text) else { throw ForumError.notFound }
      start = cursor
    }
    let (actor, cursor) = (context.actor, start)
    return try await context.page { maker, tx in
      BlockedPage(try BlockList.load(before: cursor, for: actor, in: tx), isFirst: cursor == nil, maker: maker)
    }
  }

  static func choose(_ form: MessageChoiceForm, _ context: MemberContext) async throws -> Reply {
    let (actor, choice) = (context.actor, SetMessageChoice(wanted: form.wanted))
    try await context.write { tx in try choice.perform(by: actor, in: tx) }
    return .redirect(Paths.settingsMessages, cookies: [.flash("messagesSaved", at: context.request.door)])
  }

  static func set(_ form: BlockForm, _ context: MemberContext) async throws -> Reply {
    guard let handle = Handle(plain: context.request.parameter("handle") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    try await context.write { tx in
      guard let member = try MemberBadge.find(handle, in: tx) else { throw ForumError.notFound }
      try SetBlock(member.id, wanted: form.wanted).perform(by: actor, in: tx)
    }
    let door = context.request.door
    return .redirect(
      form.returnTo ?? Paths.member(handle.text), cookies: [form.wanted ? .flash("blocked", at: door) : .flash("unblocked", at: door)])
  }
}

/// Whether somebody is to be blocked.
struct BlockForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3), AccountFormFields.returnTo]
  let wanted: Bool
  let returnTo: String?
  init(_ values: FormValues) {
    wanted = values["wanted"] != "no"
    returnTo = values.has("return_to") ? ReturnPath(values["return_to"])?.text : nil
  }
}

/// Whether members may begin to write to one; a box that is not ticked does not come.
struct MessageChoiceForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3)]
  let wanted: Bool
  init(_ values: FormValues) { wanted = values.has("wanted") }
}
