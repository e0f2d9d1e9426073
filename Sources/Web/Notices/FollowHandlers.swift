import Community
import Database
import Pages

/// Choosing how much to hear of something, and everything that was chosen.
enum FollowHandlers {
  static func topic(_ form: FollowForm, _ context: MemberContext) async throws -> Reply {
    let id = try TopicAddress.topic(context.request)
    return try await choose(form, context, back: Paths.topicBare(id)) { _ in .topic(id) }
  }

  static func category(_ form: FollowForm, _ context: MemberContext) async throws -> Reply {
    let slug = context.request.parameter("slug") ?? ""
    return try await choose(form, context, back: Paths.category(slug)) { tx in
      try CategoryRow.find(slug, for: context.viewer, in: tx).map { .category($0.id) }
    }
  }

  static func tag(_ form: FollowForm, _ context: MemberContext) async throws -> Reply {
    let name = context.request.parameter("name") ?? ""
    return try await choose(form, context, back: Paths.tag(name)) { tx in
      guard case .tag(let tag) = try TagView.find(name, for: context.viewer, in: tx) else { return nil }
      return .tag(tag.id)
    }
  }

  static func member(_ form: FollowForm, _ context: MemberContext) async throws -> Reply {
    guard let handle = Handle(plain: context.request.parameter("handle") ?? "") else { throw ForumError.notFound }
    return try await choose(form, context, back: Paths.member(handle.text)) { tx in
      try MemberBadge.find(handle, in: tx).map { .member($0.id) }
    }
  }

  static func show(_ context: MemberContext) async throws -> Reply {
    let cursor = try cursor(context)
    let changed = context.request.query("changed").flatMap(changed)
    let actor = context.actor
    return try await context.page { maker, tx in
      let change = try changed.flatMap { target, before -> FollowingPage.Change? in
        guard let (name, address) = try target.named(for: maker.viewer, in: tx),
          let now = try FollowLevel.of(target, for: maker.viewer, in: tx), now != before
        else { return nil }
        return FollowingPage.Change(target, name: name, address: address, before: before, now: now)
      }
      return FollowingPage(
        try FollowedList.load(before: cursor, for: actor, in: tx), change: change, isFirst: cursor == nil, maker: maker)
    }
  }

  /// Looks before it parses, so that what is hidden answers as what never was.
  private static func choose(
    _ form: FollowForm, _ context: MemberContext, back: String, _ target: @escaping @Sendable (Transaction) throws -> FollowTarget?
  ) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in
      guard let target = try target(tx), try target.named(for: actor.viewer, in: tx) != nil else { throw ForumError.notFound }
      try SetFollow(target, try form.level()).perform(by: actor, in: tx)
    }
    if let returnTo = form.returnTo { return .redirect(returnTo) }
    return .redirect(back, cookies: [.flash("followSaved", at: context.request.door)])
  }

  private static func cursor(_ context: MemberContext) throws -> FollowedList.Cursor? {
    guard let text = context.request.query("before") else { return nil }
    guard let cursor = FollowedList.Cursor(text) else { throw ForumError.notFound }
    return cursor
  }

  /// `KIND-NUMBER-LEVEL`: what was changed and what it was before.
  private static func changed(_ text: String) -> (FollowTarget, FollowLevel)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let kind = FollowTarget.Kind(rawValue: String(parts[0])), let number = TopicID(parts[1]),
      let level = FollowLevel(rawValue: String(parts[2]))
    else { return nil }
    return (FollowTarget(kind, number.rawValue), level)
  }
}

/// A level, and where it was chosen.
struct FollowForm: Form {
  static let fields = [FormField("level", maximumBytes: 20), AccountFormFields.returnTo]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var returnTo: String? { values.has("return_to") ? ReturnPath(values["return_to"])?.text : nil }

  func level() throws -> FollowLevel {
    guard let level = FollowLevel(rawValue: values["level"]) else { throw ForumError.invalid("level", .choiceUnknown) }
    return level
  }
}
