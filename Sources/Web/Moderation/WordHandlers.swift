import Community
import Pages

/// Rules of words: seen, tried and changed by those who decide about what is held.
enum WordHandlers {
  static func list(_ context: ModeratorContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in WordsPage(try WordRule.all(for: actor, in: tx), maker: maker) }
  }

  static func add(_ form: WordRuleForm, _ context: ModeratorContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(WordRuleForm.fields) {
      let add = AddWordRule(try form.parse())
      try await context.write { tx in _ = try add.perform(by: actor, in: tx) }
      return .redirect(Paths.words, cookies: [.flash("wordAdded", at: context.request.door)])
    } again: { state, maker, tx in
      WordsPage(try WordRule.all(for: actor, in: tx), form: state, maker: maker)
    }
  }

  /// Nothing is written: the page comes back with what was met.
  static func tryOut(_ form: TriedTextForm, _ context: ModeratorContext) async throws -> Reply {
    let (actor, state) = (context.actor, context.typed(TriedTextForm.fields))
    return try await context.filling(TriedTextForm.fields) {
      let text = try form.parse()
      return try await context.page { maker, tx in
        let met = try WordRulesMet.trying(text, for: actor, in: tx)
        return WordsPage(try WordRule.all(for: actor, in: tx), trying: state, met: met, maker: maker)
      }
    } again: { state, maker, tx in
      WordsPage(try WordRule.all(for: actor, in: tx), trying: state, maker: maker)
    }
  }

  static func show(_ context: ModeratorContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    return try await context.page { maker, tx in
      WordRulePage(id, form: WordRulePage.state(of: try WordRule.find(id, for: actor, in: tx)), maker: maker)
    }
  }

  static func change(_ form: WordRuleForm, _ context: ModeratorContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    _ = try await context.read { tx in try WordRule.find(id, for: actor, in: tx) }
    return try await context.filling(WordRuleForm.fields) {
      let change = ChangeWordRule(id, to: try form.parse())
      try await context.write { tx in try change.perform(by: actor, in: tx) }
      return .redirect(Paths.words, cookies: [.flash("wordChanged", at: context.request.door)])
    } again: { state, maker, _ in
      WordRulePage(id, form: state, maker: maker)
    }
  }

  static func remove(_ context: ModeratorContext) async throws -> Reply {
    let (id, actor) = (try id(context.request), context.actor)
    try await context.write { tx in try RemoveWordRule(id).perform(by: actor, in: tx) }
    return .redirect(Paths.words, cookies: [.flash("wordRemoved", at: context.request.door)])
  }

  private static func id(_ request: PageRequest) throws -> WordRuleID {
    guard let id = WordRuleID(request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}

/// A rule of words as it was typed.
struct WordRuleForm: Form {
  static let fields = [
    FormField("pattern", maximumBytes: WordPattern.longest * 8), FormField("act", maximumBytes: 20),
    FormField("replacement", maximumBytes: 500), FormField("note", maximumBytes: 1_600),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> WordRuleDraft {
    var reader = FormReader(values)
    let pattern = reader.read("pattern", WordPattern.init)
    let act = reader.read("act") { (raw) throws(Problem) -> WordRule.Act in
      guard let act = WordRule.Act(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return act
    }
    guard let pattern, let act else { throw reader.failure }
    let draft = reader.read("replacement") { (raw) throws(Problem) in
      try WordRuleDraft(pattern: pattern, act: act, replacement: raw, note: values["note"])
    }
    guard let draft, reader.isRight else { throw reader.failure }
    return draft
  }
}

/// A text that is tried against all rules.
struct TriedTextForm: Form {
  static let fields = [FormField("tried", maximumBytes: 16_000)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> String {
    var reader = FormReader(values)
    guard let text = reader.read("tried", requiredText) else { throw reader.failure }
    return text
  }
}
