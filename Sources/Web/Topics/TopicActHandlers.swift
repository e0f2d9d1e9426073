import Community
import Pages

/// Buttons on a topic.
enum TopicActHandlers {
  static func meToo(_ form: WantedForm, _ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    try await context.write { tx in try SayMeToo(topic: topic, wanted: form.wanted).perform(by: context.actor, in: tx) }
    return .redirect(Paths.topicBare(topic))
  }

  static func solve(_ form: NoteForm, _ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    let note = try form.parse()
    try await context.write { tx in try SolveWithoutAnswer(topic: topic, note: note).perform(by: context.actor, in: tx) }
    let flash = Cookie.flash("topicSolved", undo: Paths.unsolved(topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func takeBackSolved(_ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    try await context.write { tx in try TakeBackSolved(topic: topic).perform(by: context.actor, in: tx) }
    let flash = Cookie.flash("topicUnsolved", undo: Paths.act("solved-again", on: topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func solvedAgain(_ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    try await context.write { tx in try SolvedAgain(topic: topic).perform(by: context.actor, in: tx) }
    return .redirect(Paths.topicBare(topic), cookies: [.flash("topicSolved", at: context.request.door)])
  }
}

/// A button that gives something or takes it back.
struct WantedForm: Form {
  static let fields = [FormField("wanted", maximumBytes: 3)]
  let wanted: Bool
  init(_ values: FormValues) { wanted = values["wanted"] != "no" }
}

/// One line of words.
struct NoteForm: Form {
  static let fields = [FormField("note", maximumBytes: 1_600)]
  private let note: String
  init(_ values: FormValues) { note = values["note"] }

  func parse() throws -> ShortNote {
    do throws(Problem) { return try ShortNote(note) } catch { throw ForumError.invalid([FieldProblem("note", error)]) }
  }
}
