import Community
import Database
import Pages

/// Meeting people, and deciding what may be used for it.
enum PeopleHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    let (actor, index) = (context.actor, context.services.matching)
    return try await context.page { maker, tx in
      let people = try PeopleSuggestions.load(for: actor, index, in: tx)
      return PeoplePage(
        people, choices: try MatchChoices.find(actor.id, in: tx) ?? MatchChoices(),
        answerers: people.standing == .ready ? [] : try AnswersInTags.load(for: actor, in: tx), maker: maker)
    }
  }

  static func choose(_ form: MatchChoicesForm, _ context: MemberContext) async throws -> Reply {
    let (actor, choose) = (context.actor, SetMatchChoices(form.choices))
    try await context.write { tx in try choose.perform(by: actor, in: tx) }
    return .redirect(form.returnTo ?? Paths.matchFacts, cookies: [.flash("matchingSaved", at: context.request.door)])
  }

  static func facts(_ context: MemberContext) async throws -> Reply {
    var start: TopicID?
    if let text = context.request.query("before") {
      guard let topic = TopicID(text) else { throw ForumError.notFound }
      start = topic
    }
    let (actor, before) = (context.actor, start)
    return try await context.page { maker, tx in
      MatchFactsPage(try MatchFacts.load(before: before, for: actor, in: tx), isFirst: before == nil, maker: maker)
    }
  }

  static func useTopic(_ form: UseFactForm, _ context: MemberContext) async throws -> Reply {
    guard let topic = TopicID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return try await use(.topic(topic), form, context)
  }

  static func useInterest(_ form: UseFactForm, _ context: MemberContext) async throws -> Reply {
    guard let tag = TopicTagID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return try await use(.interest(tag), form, context)
  }

  private static func use(_ fact: UseFact.Fact, _ form: UseFactForm, _ context: MemberContext) async throws -> Reply {
    let (actor, use) = (context.actor, UseFact(fact, wanted: form.wanted))
    try await context.write { tx in try use.perform(by: actor, in: tx) }
    return .redirect(form.returnTo, cookies: [.flash(form.wanted ? "factUsed" : "factUnused", at: context.request.door)])
  }

  static func passBy(_ form: PassByForm, _ context: MemberContext) async throws -> Reply {
    let (actor, wanted) = (context.actor, form.wanted)
    let handle = try await change(context) { member, tx in try PassBy(member, wanted).perform(by: actor, in: tx) }
    let flash = Cookie.flash(
      wanted == .later ? "passedForNow" : "passedForGood", undo: Paths.suggestAgain(handle), at: context.request.door)
    return .redirect(Paths.people, cookies: [flash])
  }

  static func suggestAgain(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    _ = try await change(context) { member, tx in try PassBy(member, .again).perform(by: actor, in: tx) }
    return .redirect(Paths.people, cookies: [.flash("suggestedAgain", at: context.request.door)])
  }

  /// Does something about the member of the address; answers their handle.
  private static func change(
    _ context: MemberContext, _ body: @escaping @Sendable (MemberID, Transaction) throws -> Void
  ) async throws -> String {
    guard let handle = Handle(plain: context.request.parameter("handle") ?? "") else { throw ForumError.notFound }
    try await context.write { tx in
      guard let member = try MemberBadge.find(handle, in: tx) else { throw ForumError.notFound }
      try body(member.id, tx)
    }
    return handle.text
  }
}

/// What matching may do; a box that is not ticked does not come.
struct MatchChoicesForm: Form {
  static let fields =
    ["suggestMe", "askMe", "usePosts", "useReading"].map { FormField($0, maximumBytes: 3) } + [AccountFormFields.returnTo]
  let choices: MatchChoices
  let returnTo: String?

  init(_ values: FormValues) {
    choices = MatchChoices(
      suggestMe: values.has("suggestMe"), askMe: values.has("askMe"), usePosts: values.has("usePosts"), useReading: values.has("useReading")
    )
    returnTo = values.has("return_to") ? ReturnPath(values["return_to"])?.text : nil
  }
}

/// Whether a fact is used.
struct UseFactForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3), AccountFormFields.returnTo]
  let wanted: Bool
  let returnTo: String
  init(_ values: FormValues) {
    wanted = values["wanted"] != "no"
    returnTo = ReturnPath(values["return_to"])?.text ?? Paths.matchFacts
  }
}

/// Not wanting somebody suggested: for a while, or for good.
struct PassByForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 5)]
  let wanted: PassBy.Wanted
  init(_ values: FormValues) { wanted = values["wanted"] == "never" ? .never : .later }
}
