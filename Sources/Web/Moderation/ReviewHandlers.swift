import Community
import Database
import Pages
import Templates

/// One thing of the queue.
enum ReviewHandlers {
  static func show(_ context: ModeratorContext) async throws -> Reply {
    let (review, actor) = (try review(context.request), context.actor)
    return try await context.page { maker, tx in ReviewPage(try ReviewItem.load(review, for: actor, in: tx), maker: maker) }
  }

  static func decide(_ form: DecideForm, _ context: ModeratorContext) async throws -> Reply {
    let (review, actor) = (try review(context.request), context.actor)
    let item = try await context.read { tx in try ReviewItem.load(review, for: actor, in: tx) }
    return try await context.filling(DecideForm.fields) {
      let rule = form.rule
      let (prepared, source) = try await context.read { tx in
        let source: PostSource? = try form.isMask ? item.row.post.map { try PostSource.find($0, by: actor, in: tx) } : nil
        return (try context.maker(in: tx).words.text("decisionWords.\((rule ?? .none).rawValue)"), source)
      }
      let decide = try form.parse(review, prepared: prepared, source: source)
      let act = try await context.write { tx in try decide.perform(by: actor, in: tx) }
      return try await goOn(context, act, says: "decided")
    } again: { state, maker, tx in
      ReviewPage(try ReviewItem.load(review, for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func lookAgain(_ form: SecondLookForm, _ context: ModeratorContext) async throws -> Reply {
    let (review, actor) = (try review(context.request), context.actor)
    let item = try await context.read { tx in try ReviewItem.load(review, for: actor, in: tx) }
    let act = try form.parse(review)
    let mending = try await LogHandlers.mending(of: item.row.act, context)
    let done = try await context.write { tx in try act.perform(by: actor, mending: mending, in: tx) }
    return try await goOn(context, done, says: "decided", isUndoOffered: false)
  }

  static func claim(_ context: ModeratorContext) async throws -> Reply {
    let (review, actor) = (try review(context.request), context.actor)
    try await context.write { tx in try ClaimReview(review).perform(by: actor, in: tx) }
    return .redirect(Paths.review(review))
  }

  static func release(_ context: ModeratorContext) async throws -> Reply {
    let (review, actor) = (try review(context.request), context.actor)
    try await context.write { tx in try ClaimReview.release(review, by: actor, in: tx) }
    return .redirect(Paths.moderation)
  }

  /// Takes a post that nobody reported in hand.
  static func takePost(_ context: ModeratorContext) async throws -> Reply {
    let (post, actor) = (try TopicAddress.post(context.request), context.actor)
    return .redirect(Paths.review(try await context.write { tx in try ClaimReview.take(.post(post), by: actor, in: tx) }))
  }

  static func takeMember(_ context: ModeratorContext) async throws -> Reply {
    guard let handle = Handle(plain: context.request.parameter("handle") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    let review = try await context.write { tx in
      guard let member = try MemberBadge.find(handle, in: tx) else { throw ForumError.notFound }
      return try ClaimReview.take(.member(member.id), by: actor, in: tx)
    }
    return .redirect(Paths.review(review))
  }

  /// On to the next thing that waits, with the undo of the last.
  private static func goOn(
    _ context: ModeratorContext, _ act: ActID, says: String, isUndoOffered: Bool = true
  ) async throws -> Reply {
    let (actor, door) = (context.actor, context.request.door)
    let next = try await context.write { tx in try ClaimReview.next(for: actor, in: tx) }
    let flash: Cookie = isUndoOffered ? .flash(says, undo: Paths.undo(act), at: door) : .flash(says, at: door)
    return .redirect(next.map { Paths.review($0) } ?? Paths.moderation, cookies: [flash])
  }

  private static func review(_ request: PageRequest) throws -> ReviewID {
    guard let review = ReviewID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return review
  }
}

/// What becomes of a text and its author, and why.
struct DecideForm: Form {
  static let fields = [
    FormField("verdict", maximumBytes: 20), FormField("masked", maximumBytes: 2_000), FormField("version", maximumBytes: 20),
    FormField("rule", maximumBytes: 20), FormField("restriction", maximumBytes: 20),
    FormField("words", maximumBytes: PlainNote.longest * 4),
    FormField("note", maximumBytes: PlainNote.longest * 4),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isMask: Bool { values["verdict"] == "mask" }

  /// Nil for one a person does not decide by.
  var rule: ActRule? { ActRule(rawValue: values["rule"]).flatMap { ActRule.ofPeople.contains($0) ? $0 : nil } }

  /// `prepared` is said where nothing was written; `source` is the text an insult is taken out of.
  func parse(_ review: ReviewID, prepared: String, source: PostSource?) throws -> Decide {
    var reader = FormReader(values)
    let said = reader.read("words", PlainNote.init)
    let note = reader.read("note", PlainNote.init)
    let verdict =
      isMask
      ? reader.read("masked") { (raw) throws(Problem) in try Self.mask(raw, of: source, values["version"]) }
      : reader.read("verdict", Self.verdict)
    let restriction = reader.read("restriction", Self.restriction)
    let isFine = values["verdict"] == "fine"
    if rule == nil, !isFine { reader.note("rule", .choiceUnknown) }
    guard let said, let note, let verdict, let restriction, reader.isRight else { throw reader.failure }
    let words = said.text.isEmpty && !isFine ? try PlainNote(prepared) : said
    return Decide(
      review, verdict, restriction: restriction.value, why: .init(rule: isFine ? .none : rule ?? .none, words: words, note: note))
  }

  private static func mask(_ raw: String, of source: PostSource?, _ version: String) throws(Problem) -> Decide.Verdict {
    let words = raw.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }.prefix(MaskPost.mostWords)
    guard let source, let text = MaskPost.masked(Array(words), in: source.body) else { throw Problem(.wordsMissing) }
    return .mask(MaskPost(source.post, body: try PostBody(text), version: Int(version) ?? 0))
  }

  private static func verdict(_ raw: String) throws(Problem) -> Decide.Verdict {
    switch raw {
    case "fine": return .fine
    case "hide": return .hide
    case "delete": return .delete
    case "upheld": return .upheld
    default: throw Problem(.choiceUnknown)
    }
  }

  /// Wrapped, so that none is something that was chosen.
  private struct Chosen { let value: Restriction? }

  private static func restriction(_ raw: String) throws(Problem) -> Chosen {
    switch raw {
    case "none", "": Chosen(value: nil)
    case "warn": Chosen(value: .warn)
    case "silence1": Chosen(value: .silence(.day))
    case "silence7": Chosen(value: .silence(.week))
    case "silence30": Chosen(value: .silence(.month))
    case "suspend7": Chosen(value: .suspend(.week))
    case "suspend30": Chosen(value: .suspend(.month))
    case "suspendForGood": Chosen(value: .suspend(.forGood))
    default: throw Problem(.choiceUnknown)
    }
  }
}

/// Whether an act stays after a second look, and what is said about it.
struct SecondLookForm: Form {
  static let fields = [FormField("outcome", maximumBytes: 10), FormField("answer", maximumBytes: PlainNote.longest * 4)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(_ review: ReviewID) throws -> DecideSecondLook {
    var reader = FormReader(values)
    let answer = reader.read("answer", PlainNote.init)
    let isUndone = reader.read("outcome") { (raw) throws(Problem) -> Bool in
      guard ["kept", "undone"].contains(raw) else { throw Problem(.choiceUnknown) }
      return raw == "undone"
    }
    guard let answer, let isUndone else { throw reader.failure }
    return DecideSecondLook(review, isUndone: isUndone, answer: answer)
  }
}
