import Community
import Database
import Pages

/// Putting a topic's tags right, and saying that it repeats another.
enum TidyHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    return try await context.page { maker, tx in try page(topic, nil, maker, tx) }
  }

  static func tags(_ form: TagsForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    return try await context.filling(TagsForm.fields) {
      let edit = EditTags(of: topic, to: try form.parse())
      try await context.write { tx in try edit.perform(by: actor, in: tx) }
      return .redirect(Paths.topicBare(topic), cookies: [.flash("tagsChanged", at: context.request.door)])
    } again: { state, maker, tx in
      try page(topic, state, maker, tx)
    }
  }

  static func repeats(_ form: RepeatsForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    return try await context.filling(RepeatsForm.fields) {
      let propose = ProposeDuplicate(topic, of: try form.parse())
      let holds = try await context.write { tx in try propose.perform(by: actor, in: tx) }
      return answer(topic, holds: holds, context)
    } again: { state, maker, tx in
      try page(topic, state, maker, tx)
    }
  }

  static func settle(_ form: WantedForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try SettleDuplicate(topic, isRight: form.wanted).perform(by: actor, in: tx) }
    if form.wanted { return answer(topic, holds: true, context) }
    return .redirect(Paths.topicBare(topic), cookies: [.flash("duplicateRefused", at: context.request.door)])
  }

  static func end(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    try await context.write { tx in try EndDuplicate(topic).perform(by: actor, in: tx) }
    return .redirect(Paths.topicBare(topic), cookies: [.flash("duplicateEnded", at: context.request.door)])
  }

  private static func answer(_ topic: TopicID, holds: Bool, _ context: MemberContext) -> Reply {
    let door = context.request.door
    let flash: Cookie =
      holds ? .flash("duplicateSaid", undo: Paths.tidy("end", topic), at: door) : .flash("duplicateProposed", at: door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  private static func page(_ id: TopicID, _ form: FormState?, _ maker: PageMaker, _ tx: Transaction) throws -> TidyPage {
    guard let topic = try TopicHead.find(id, for: maker.viewer, in: tx), !topic.isDeleted, !topic.isHidden,
      maker.viewer.may(.editTags, in: topic.categoryID) || maker.viewer.may(.proposeDuplicates, in: topic.categoryID)
    else { throw ForumError.notFound }
    return TidyPage(topic, tags: try topic.tags(in: tx), form: form, maker: maker)
  }
}

/// A topic's tags in one field.
struct TagsForm: Form {
  static let fields = [FormField("tags", maximumBytes: 1_000)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> TagChoice {
    var reader = FormReader(values)
    guard let tags = reader.read("tags", TagChoice.init) else { throw reader.failure }
    return tags
  }
}

/// Which topic another repeats, by its number or its address.
struct RepeatsForm: Form {
  static let fields = [FormField("original", maximumBytes: 2_000)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> TopicID {
    var reader = FormReader(values)
    let original = reader.read("original") { (raw) throws(Problem) -> TopicID in
      let text = raw.filter { !$0.isWhitespace }
      if text.isEmpty { throw Problem(.empty) }
      let rest = text.firstRange(of: "/t/").map { text[$0.upperBound...].prefix { $0.isNumber } } ?? text[...]
      guard let topic = TopicID(rest) else { throw Problem(.topicUnknown) }
      return topic
    }
    guard let original else { throw reader.failure }
    return original
  }
}
