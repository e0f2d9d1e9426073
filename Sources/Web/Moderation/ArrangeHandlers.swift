import Community
import Database
import Pages

/// Moving a topic, making one of two, saying that it repeats another, and splitting posts off.
enum ArrangeHandlers {
  static func show(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    return try await context.page { maker, tx in ArrangePage(try ArrangedTopic.load(topic, for: actor, in: tx), maker: maker) }
  }

  static func move(_ form: MoveForm, _ context: MemberContext) async throws -> Reply {
    try await act(MoveForm.fields, "move-", context) { topic, actor, tx in
      guard let category = try CategoryRow.all(for: actor.viewer, in: tx).first(where: { $0.slug == form.category }) else {
        throw ForumError.invalid("category", .categoryUnknown)
      }
      return (topic, try MoveTopic(topic, to: category.id).perform(by: actor, in: tx))
    }
  }

  static func merge(_ form: TargetForm, _ context: MemberContext) async throws -> Reply {
    try await act(TargetForm.fields, "merge-", context) { topic, actor, tx in
      let target = try form.parse()
      return (target, try MergeTopics(topic, into: target).perform(by: actor, in: tx))
    }
  }

  static func duplicate(_ form: TargetForm, _ context: MemberContext) async throws -> Reply {
    try await act(TargetForm.fields, "duplicate-", context) { topic, actor, tx in
      (topic, try MarkDuplicate(topic, of: try form.parse()).perform(by: actor, in: tx))
    }
  }

  static func split(_ form: SplitForm, _ context: MemberContext) async throws -> Reply {
    try await act(SplitForm.fields, "split-", context) { topic, actor, tx in
      let categories = try CategoryRow.all(for: actor.viewer, in: tx)
      let (title, posts, category) = try form.parse(categories)
      let new = try SplitTopic(topic, posts: posts, title: title, category: category).perform(by: actor, in: tx)
      return (new.topic, new.act)
    }
  }

  private static func act(
    _ fields: [FormField], _ prefix: String, _ context: MemberContext,
    _ body: @escaping @Sendable (TopicID, Actor, Transaction) throws -> (TopicID, ActID?)
  ) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    _ = try await context.read { tx in try ArrangedTopic.load(topic, for: actor, in: tx) }
    return try await context.filling(fields, prefix: prefix) {
      let (place, act) = try await context.write { tx in try body(topic, actor, tx) }
      let door = context.request.door
      // Only who reads the log takes an act back there.
      let flash: Cookie? = act.map {
        actor.may(.readLog) ? .flash("arranged", undo: Paths.undo($0), at: door) : .flash("arranged", at: door)
      }
      return .redirect(Paths.topicBare(place), cookies: flash.map { [$0] } ?? [])
    } again: { state, maker, tx in
      ArrangePage(try ArrangedTopic.load(topic, for: actor, in: tx), form: state, maker: maker)
    }
  }
}

/// Into which category.
struct MoveForm: Form {
  static let fields = [FormField("category", maximumBytes: 100)]
  let category: String
  init(_ values: FormValues) { category = values["category"] }
}

/// Which other topic, by its number or its address.
struct TargetForm: Form {
  static let fields = [FormField("target", maximumBytes: 2_000)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> TopicID {
    let text = values["target"].split(whereSeparator: \.isWhitespace).joined()
    let parts = text.split(separator: "/")
    let number = parts.firstIndex(of: "t").flatMap { parts.indices.contains($0 + 1) ? parts[$0 + 1] : nil } ?? text[...]
    guard let topic = TopicID(number.prefix { $0.isNumber }) else { throw ForumError.invalid("target", .topicUnfit) }
    return topic
  }
}

/// Which posts, under which title and where.
struct SplitForm: Form {
  static let fields = [
    FormField("title", maximumBytes: 1024), FormField("category", maximumBytes: 100),
    FormField("posts", maximumBytes: 20, isRepeated: true),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once.
  func parse(_ categories: [CategoryRow]) throws -> (title: TopicTitle, posts: [PostID], category: CategoryID) {
    var reader = FormReader(values)
    let title = reader.read("title", TopicTitle.init)
    let category = reader.read("category") { (raw) throws(Problem) -> CategoryID in
      guard let category = categories.first(where: { $0.slug == raw }) else { throw Problem(.categoryUnknown) }
      return category.id
    }
    let posts = values.all("posts").compactMap { PostID($0) }
    if posts.isEmpty { reader.note("posts", .postsUnfit) }
    guard let title, let category, reader.isRight else { throw reader.failure }
    return (title, posts, category)
  }
}
