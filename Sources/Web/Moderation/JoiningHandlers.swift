import Community
import Database
import Pages

/// Who may join.
enum JoiningHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      JoiningPage(try SignUpSettings.load(in: tx), rules: try EntryRule.all(for: actor, in: tx), maker: maker)
    }
  }

  static func save(_ form: SignUpModeForm, _ context: AdminContext) async throws -> Reply {
    let (actor, settings) = (context.actor, SignUpSettings(mode: try form.mode()))
    try await context.write { tx in try settings.save(by: actor, in: tx) }
    return .redirect(Paths.joining, cookies: [.flash("settingsSaved", at: context.request.door)])
  }

  static func addRule(_ form: EntryRuleForm, _ context: AdminContext) async throws -> Reply {
    let (actor, zone) = (context.actor, context.member.signedIn.timeZone)
    return try await context.filling(EntryRuleForm.fields) {
      let add = try form.parse(in: zone)
      try await context.write { tx in try add.perform(by: actor, in: tx) }
      return .redirect(Paths.joining, cookies: [.flash("ruleAdded", at: context.request.door)])
    } again: { state, maker, tx in
      JoiningPage(try SignUpSettings.load(in: tx), rules: try EntryRule.all(for: actor, in: tx), form: state, maker: maker)
    }
  }

  static func removeRule(_ context: AdminContext) async throws -> Reply {
    guard let id = EntryRuleID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    let actor = context.actor
    try await context.write { tx in try RemoveEntryRule(id).perform(by: actor, in: tx) }
    return .redirect(Paths.joining, cookies: [.flash("ruleRemoved", at: context.request.door)])
  }
}

/// The way to join that an admin chose.
struct SignUpModeForm: Form {
  static let fields = [FormField("mode", maximumBytes: 20)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func mode() throws -> SignUpMode {
    guard let mode = SignUpMode(rawValue: values["mode"]) else { throw ForumError.invalid("mode", .choiceUnknown) }
    return mode
  }
}

/// A rule about who may join, as it was typed.
struct EntryRuleForm: Form {
  static let fields = [
    FormField("kind", maximumBytes: 20), FormField("value", maximumBytes: 1_024), FormField("ruleUntil", maximumBytes: 20),
    FormField("note", maximumBytes: 1_600),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws every problem at once.
  func parse(in zone: String) throws -> AddEntryRule {
    var reader = FormReader(values)
    let kind = reader.read("kind") { (raw) throws(Problem) -> EntryRule.Kind in
      guard let kind = EntryRule.Kind(rawValue: raw) else { throw Problem(.choiceUnknown) }
      return kind
    }
    let value = kind.flatMap { kind in reader.read("value") { (raw) throws(Problem) in try EntryValue(kind, raw) } }
    let until = reader.read("ruleUntil") { (raw) throws(Problem) -> Timestamp? in
      if raw.isEmpty { return nil }
      return try AnnounceForm.until(raw, in: zone)
    }
    guard let value, let until, reader.isRight else { throw reader.failure }
    return AddEntryRule(value, note: values["note"], until: until)
  }
}
