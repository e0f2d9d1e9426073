import Community
import Database
import Pages
import Templates

/// What waits for a person.
enum QueueHandlers {
  static func list(_ context: ModeratorContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      let rows = try ReviewQueue.open(for: actor, in: tx)
      let scores = try SpamScore.of(rows.compactMap(\.post), in: tx)
      return QueuePage(rows, scores: scores, waves: try ReviewWave.all(for: actor, in: tx), maker: maker)
    }
  }

  /// Takes the first thing nobody has in hand.
  static func next(_ context: ModeratorContext) async throws -> Reply {
    let actor = context.actor
    guard let review = try await context.write({ tx in try ClaimReview.next(for: actor, in: tx) }) else {
      return .redirect(Paths.moderation)
    }
    return .redirect(Paths.review(review))
  }
}

/// Many things that share something, decided by one press.
enum WaveHandlers {
  static func show(_ context: ModeratorContext) async throws -> Reply {
    let (actor, wave) = (context.actor, try wave(context.request.query("kind") ?? "", context.request.query("value") ?? ""))
    return try await context.page { maker, tx in
      let rows = try ReviewQueue.open(for: actor, sharing: wave, in: tx)
      return WavePage(rows, likely: try ReviewWave.likely(among: rows, in: tx), kind: wave.kind, value: wave.value, maker: maker)
    }
  }

  static func decide(_ form: WaveForm, _ context: ModeratorContext) async throws -> Reply {
    let actor = context.actor
    if form.isEmpty {
      let (kind, value) = try wave(context.request.query("kind") ?? "", context.request.query("value") ?? "")
      return .redirect(Paths.wave(kind, value), cookies: [.flash("waveNothing", at: context.request.door)])
    }
    let said = try await context.read { tx in try context.maker(in: tx).words.text("decisionWords.spam") }
    let act = try form.parse(said: said)
    let done = try await context.write { tx in try act.perform(by: actor, in: tx) }
    let door = context.request.door
    guard let first = done.first else { return .redirect(Paths.moderation) }
    return .redirect(Paths.moderation, cookies: [.flash("waveDecided", undo: Paths.undo(first), at: door)])
  }

  private static func wave(_ kind: String, _ value: String) throws -> (kind: String, value: String) {
    guard ["address", "link", "text"].contains(kind), (1...300).contains(value.utf8.count) else { throw ForumError.notFound }
    return (kind, value)
  }
}

/// What was ticked, and whether it is spam or stands.
struct WaveForm: Form {
  static let fields = [
    FormField("outcome", maximumBytes: 20), FormField("suspend", maximumBytes: 3), FormField("review", maximumBytes: 20, isRepeated: true),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Whether nothing was ticked.
  var isEmpty: Bool { values.all("review").isEmpty }

  /// `said` goes to those whose posts are removed.
  func parse(said: String) throws -> DecideMany {
    let reviews = values.all("review").compactMap { ReviewID($0) }
    guard !reviews.isEmpty, reviews.count <= DecideMany.most else { throw ForumError.invalid("review", .choiceUnknown) }
    switch values["outcome"] {
    case "fine": return DecideMany(reviews, isFine: true, restriction: nil, why: .init(rule: .none, words: .none, note: .none))
    case "spam":
      return DecideMany(
        reviews, isFine: false, restriction: values.has("suspend") ? .suspend(.forGood) : nil,
        why: .init(rule: .spam, words: try PlainNote(said), note: .none))
    default: throw ForumError.invalid("outcome", .choiceUnknown)
    }
  }
}
