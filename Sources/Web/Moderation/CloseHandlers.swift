import Community
import Database
import Pages

/// Closing a topic for an hour, a term or for good, and opening it again.
enum CloseHandlers {
  static func close(_ form: CloseForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try await topic(context), context.actor)
    let (term, words) = try form.parse()
    let act = try await context.write { tx in
      try CloseTopic(
        topic, isClosed: true, until: term.map { tx.now + $0 }, why: .init(rule: .other, words: words, note: .none)
      ).perform(by: actor, in: tx)
    }
    return answer(topic, act, "topicClosed", context)
  }

  static func open(_ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try TopicAddress.topic(context.request), context.actor)
    let act = try await context.write { tx in
      try CloseTopic(topic, isClosed: false, why: .init(rule: .none, words: .none, note: .none)).perform(by: actor, in: tx)
    }
    return answer(topic, act, "topicOpened", context)
  }

  static func slow(_ form: SlowForm, _ context: MemberContext) async throws -> Reply {
    let (topic, actor) = (try await topic(context), context.actor)
    let act = try form.parse(topic)
    try await context.write { tx in try act.perform(by: actor, in: tx) }
    return .redirect(Paths.topicBare(topic), cookies: [.flash("topicSlowed", at: context.request.door)])
  }

  /// What the actor may not see is not found, whatever they sent.
  private static func topic(_ context: MemberContext) async throws -> TopicID {
    let (topic, viewer) = (try TopicAddress.topic(context.request), context.viewer)
    guard try await context.read({ tx in try TopicHead.find(topic, for: viewer, in: tx) != nil }) else { throw ForumError.notFound }
    return topic
  }

  private static func answer(_ topic: TopicID, _ act: ActID?, _ says: String, _ context: MemberContext) -> Reply {
    .redirect(Paths.topicBare(topic), cookies: act == nil ? [] : [.flash(says, at: context.request.door)])
  }
}

/// For how long a topic is closed, and what is said about it.
struct CloseForm: Form {
  static let fields = [FormField("term", maximumBytes: 10), FormField("words", maximumBytes: PlainNote.longest * 4)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// A term of nil is for good.
  func parse() throws -> (term: Span?, words: PlainNote) {
    var reader = FormReader(values)
    let term = reader.read("term") { (raw) throws(Problem) -> Span? in
      switch raw {
      case "", "good": nil
      case "hour": .hours(1)
      case "day": .days(1)
      case "week": .days(7)
      default: throw Problem(.choiceUnknown)
      }
    }
    let words = reader.read("words", PlainNote.init)
    guard let term, let words else { throw reader.failure }
    return (term, words)
  }
}

/// How long each member waits between two replies.
struct SlowForm: Form {
  static let fields = [FormField("seconds", maximumBytes: 10)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(_ topic: TopicID) throws -> SlowTopic {
    var reader = FormReader(values)
    let act = reader.read("seconds") { (raw) throws(Problem) in try SlowTopic(topic, seconds: Int(raw) ?? -1) }
    guard let act else { throw reader.failure }
    return act
  }
}

/// What was done to keep order, in numbers.
enum ConductHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    try await context.page { maker, tx in ConductPage(try Conduct.load(in: tx), maker: maker) }
  }
}
