package import Community
package import Templates

/// The words that a community does not take as they are: the list, a text to try, a form for one more.
package struct WordsPage: Page {
  package static let template = "moderation/words"
  let site: SiteFrame
  let frame: AdminFrame
  let rules: [WordRuleFields]
  let add: WordRuleInputs
  let tried: InputField
  /// Nil until something was tried.
  let met: [MetFields]?

  /// A rule that the tried text met.
  struct MetFields: Fields {
    let found: String
    let pattern: String
    let act: String

    func field(_ field: String) -> Field? {
      switch field {
      case "found": .text(found)
      case "pattern": .text(pattern)
      case "act": .text(act)
      default: nil
      }
    }
  }

  /// `form` is the one for another rule, `trying` the one for a text, with what the rules found in it.
  package init(
    _ rules: [WordRule], form: FormState = FormState(["act": "hold"]), trying: FormState = FormState(), met: WordRulesMet? = nil,
    maker: PageMaker
  ) {
    site = maker.frame(title: maker.words.text("wordRules.title"))
    frame = AdminFrame(maker)
    self.rules = rules.map { WordRuleFields($0, maker: maker) }
    add = WordRuleInputs(form, to: Paths.words, send: "wordRules.add", maker: maker)
    tried = InputField("tried", in: trying, maker: maker)
    self.met = met?.meetings.map {
      MetFields(found: $0.words, pattern: $0.rule.pattern.text, act: maker.words.text("wordAct.\($0.rule.act.rawValue)"))
    }
  }

  private init() {
    frame = .sample
    (site, rules, add, tried) = (.sample, [.sample], .sample, .sample)
    met = [MetFields(found: "cheap pills", pattern: "cheap pills", act: "Hold")]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "rules": .many(rules)
    case "hasRules": .flag(!rules.isEmpty)
    case "add": .one(add)
    case "tried": .one(tried)
    case "met": .many(met ?? [])
    case "hasMet": .flag(met?.isEmpty == false)
    case "hasMetNone": .flag(met?.isEmpty == true)
    default: nil
    }
  }

  package static let sample = WordsPage()
}

/// One rule of words, to be changed.
package struct WordRulePage: Page {
  package static let template = "moderation/word"
  let site: SiteFrame
  let frame: AdminFrame
  let change: WordRuleInputs

  package init(_ id: WordRuleID, form: FormState, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("wordRules.change.title"))
    frame = AdminFrame(maker)
    change = WordRuleInputs(form, to: Paths.wordRule(id), send: "wordRules.save", maker: maker)
  }

  /// As it stands.
  package static func state(of rule: WordRule) -> FormState {
    FormState(["pattern": rule.pattern.text, "act": rule.act.rawValue, "replacement": rule.replacement, "note": rule.note])
  }

  private init() {
    frame = .sample
    (site, change) = (.sample, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "change": .one(change)
    default: nil
    }
  }

  package static let sample = WordRulePage()
}
