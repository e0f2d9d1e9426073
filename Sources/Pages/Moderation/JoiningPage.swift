package import Community
package import Templates

/// Who may join: the way, and rules about e-mail domains, single addresses and networks.
package struct JoiningPage: Page {
  package static let template = "moderation/joining"
  let site: SiteFrame
  let frame: AdminFrame
  let mode: RadioFields
  let problems: ProblemSummary?
  let kind: RadioFields
  let value: InputField
  let until: InputField
  let note: InputField
  let rules: [RuleFields]

  struct RuleFields: Fields {
    let kind: String
    let value: String
    let note: String?
    let who: String?
    let until: TimeText?
    let isOver: Bool
    let removePath: String

    func field(_ field: String) -> Field? {
      switch field {
      case "kind": .text(kind)
      case "value": .text(value)
      case "note": note.map(Field.text) ?? .nothing
      case "who": who.map(Field.text) ?? .nothing
      case "until": until.map(Field.one) ?? .nothing
      case "isOver": .flag(isOver)
      case "removePath": .text(removePath)
      default: nil
      }
    }
  }

  /// `form` is the one for another rule.
  package init(_ settings: SignUpSettings, rules: [EntryRule], form: FormState = FormState(["kind": "denyDomain"]), maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("joining.title"))
    frame = AdminFrame(maker)
    mode = RadioFields(
      "mode", values: SignUpMode.allCases.map(\.rawValue), key: { "signUpMode.\($0)" },
      in: FormState(["mode": settings.mode.rawValue]), maker: maker)
    problems = ProblemSummary(form, maker: maker)
    kind = RadioFields("kind", values: EntryRule.Kind.allCases.map(\.rawValue), key: { "entryKind.\($0)" }, in: form, maker: maker)
    value = InputField("value", in: form, maker: maker, hint: "joining.value.hint")
    until = InputField("ruleUntil", in: form, maker: maker, hint: "joining.until.hint", isRequired: false)
    note = InputField("note", in: form, maker: maker, label: "ruleNote", isRequired: false)
    self.rules = rules.map { rule in
      RuleFields(
        kind: words.text("entryKind.\(rule.kind.rawValue)"), value: rule.value, note: rule.note.isEmpty ? nil : rule.note,
        who: rule.createdBy, until: rule.until.map { maker.time($0) }, isOver: rule.until.map { $0 <= maker.clock.now } ?? false,
        removePath: Paths.removeEntryRule(rule.id))
    }
  }

  private init() {
    frame = .sample
    (site, mode, problems, kind, value, until, note) = (.sample, .sample, .sample, .sample, .sample, .sample, .sample)
    rules = [
      RuleFields(
        kind: "Domain refused", value: "mail.example", note: "The wave in May", who: "Noor Haddad", until: .sample, isOver: true,
        removePath: "/admin/sign-up/rules/1/remove")
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "mode": .one(mode)
    case "problems": problems.map(Field.one) ?? .nothing
    case "kind": .one(kind)
    case "value": .one(value)
    case "until": .one(until)
    case "note": .one(note)
    case "rules": .many(rules)
    case "hasRules": .flag(!rules.isEmpty)
    default: nil
    }
  }

  package static let sample = JoiningPage()
}
