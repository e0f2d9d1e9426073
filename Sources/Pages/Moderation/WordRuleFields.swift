import Community
import Templates

/// One rule of words as a row of the list.
struct WordRuleFields: Fields {
  let pattern: String
  let act: String
  let isBlock: Bool
  let replacement: String?
  let note: String?
  let who: String?
  let time: TimeText
  let path: String
  let removePath: String

  init(_ rule: WordRule, maker: PageMaker) {
    pattern = rule.pattern.text
    act = maker.words.text("wordAct.\(rule.act.rawValue)")
    isBlock = rule.act == .block
    replacement = rule.replacement.isEmpty ? nil : rule.replacement
    note = rule.note.isEmpty ? nil : rule.note
    who = rule.createdBy
    time = maker.time(rule.createdAt)
    (path, removePath) = (Paths.wordRule(rule.id), Paths.removeWordRule(rule.id))
  }

  private init() {
    (pattern, act, isBlock, replacement, note, who) = ("cheap pills", "Hold", true, "sweets", "Since the wave in May", "Noor Haddad")
    (time, path, removePath) = (.sample, "/admin/words/1", "/admin/words/1/remove")
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "pattern": .text(pattern)
    case "act": .text(act)
    case "isBlock": .flag(isBlock)
    case "replacement": replacement.map(Field.text) ?? .nothing
    case "note": note.map(Field.text) ?? .nothing
    case "who": who.map(Field.text) ?? .nothing
    case "time": .one(time)
    case "path": .text(path)
    case "removePath": .text(removePath)
    default: nil
    }
  }

  static let sample = WordRuleFields()
}

/// The form of one rule, for `moderation/word-form`.
struct WordRuleInputs: Fields {
  let path: String
  let send: String
  let problems: ProblemSummary?
  let pattern: InputField
  let act: RadioFields
  let replacement: InputField
  let note: InputField

  init(_ form: FormState, to path: String, send: String, maker: PageMaker) {
    (self.path, self.send) = (path, maker.words.text(send))
    problems = ProblemSummary(form, maker: maker)
    pattern = InputField("pattern", in: form, maker: maker, hint: "wordRules.pattern.hint")
    act = RadioFields("act", values: WordRule.Act.allCases.map(\.rawValue), key: { "wordAct.\($0)" }, in: form, maker: maker)
    replacement = InputField("replacement", in: form, maker: maker, hint: "wordRules.replacement.hint", isRequired: false)
    note = InputField("note", in: form, maker: maker, label: "ruleNote", hint: "wordRules.note.hint", isRequired: false)
  }

  private init() {
    (path, send, problems, pattern) = ("/admin/words", "Add", .sample, .sample)
    (act, replacement, note) = (.sample, .sample, .sample)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "send": .text(send)
    case "problems": problems.map(Field.one) ?? .nothing
    case "pattern": .one(pattern)
    case "act": .one(act)
    case "replacement": .one(replacement)
    case "note": .one(note)
    default: nil
    }
  }

  static let sample = WordRuleInputs()
}
