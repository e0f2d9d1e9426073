package import Community
import Database
package import Templates

/// What was decided about the reader's own, newest first.
package struct DecisionsPage: Page {
  package static let template = "moderation/decisions"
  let site: SiteFrame
  let decisions: [DecisionFields]

  package init(_ decisions: [Decision], maker: PageMaker) {
    site = maker.frame(title: maker.words.text("decisions.title"))
    self.decisions = decisions.map { DecisionFields($0, form: FormState(), path: nil, maker: maker) }
  }

  private init() { (site, decisions) = (.sample, [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "decisions": .many(decisions)
    case "hasDecisions": .flag(!decisions.isEmpty)
    case "isEmpty": .flag(decisions.isEmpty)
    default: nil
    }
  }

  package static let sample = DecisionsPage()
}

/// One decision: what, why, by whom, in which words; and the form that asks for a second look.
package struct DecisionPage: Page {
  package static let template = "moderation/decision"
  let site: SiteFrame
  let decision: DecisionFields

  /// `path` is where the form leads.
  package init(_ decision: Decision, form: FormState = FormState(), path: String, maker: PageMaker) {
    self.decision = DecisionFields(decision, form: form, path: path, maker: maker)
    site = maker.frame(title: self.decision.name)
  }

  private init() { (site, decision) = (.sample, .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "decision": .one(decision)
    default: nil
    }
  }

  package static let sample = DecisionPage()
}

/// A decision as its person reads it.
struct DecisionFields: Fields {
  let path: String
  let name: String
  let by: String
  let time: TimeText
  let until: TimeText?
  let isForGood: Bool
  let said: String?
  let topicTitle: String?
  let postPath: String?
  let isUndone: Bool
  let look: String?
  let asked: String?
  let answer: String?
  let form: InputField?
  let problems: ProblemSummary?

  init(_ decision: Decision, form: FormState, path: String?, maker: PageMaker) {
    self.path = path ?? Paths.decision(decision.act)
    name = maker.words.text("decision.\(decision.kind.rawValue)")
    let rule = decision.rule == .none ? nil : maker.words.text("rule.\(decision.rule.rawValue)")
    let who = maker.words.text(decision.isByPerson ? "decision.person" : "decision.machine")
    by =
      rule.map { maker.words.text("decision.because", ["rule": .text($0), "who": .text(who)]) }
      ?? maker.words.text("decision.by", ["who": .text(who)])
    time = maker.time(decision.at)
    until = decision.until.flatMap { Restriction.isForGood($0, from: decision.at) ? nil : maker.time($0) }
    isForGood = decision.until.map { Restriction.isForGood($0, from: decision.at) } ?? false
    said = decision.words.isEmpty ? nil : decision.words
    topicTitle = decision.topicTitle
    postPath = decision.topicTitle == nil ? nil : decision.post.map { Paths.post($0) }
    isUndone = decision.isUndone
    look = decision.look.map { look in
      maker.words.text(look.doneAt == nil ? "look.asked" : look.isUndone ? "look.undone" : "look.kept")
    }
    asked = decision.look.flatMap { $0.words.isEmpty ? nil : $0.words }
    answer = decision.look.flatMap { $0.answer.isEmpty ? nil : $0.answer }
    problems = ProblemSummary(form, maker: maker)
    let mayAsk =
      decision.kind.takesSecondLook && !decision.isUndone && decision.look == nil
      && maker.clock.now - decision.at < AskSecondLook.offered
    self.form =
      (mayAsk || !form.problems.isEmpty) && path != nil
      ? InputField("words", in: form, maker: maker, label: "lookWords", hint: "look.hint", isRequired: false) : nil
  }

  private init() {
    (path, name, by, time, until, said, isForGood) = (
      "/decisions/1", "Your post was hidden", "Decided by a moderator", .sample, .sample, "Please be kind.", true
    )
    (topicTitle, postPath, isUndone, look, asked, answer, form, problems) = (
      "Which oven?", "/p/2", true, "You asked for a second look.", "It was a joke.", "It stays.", .sample, .sample
    )
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "name": .text(name)
    case "by": .text(by)
    case "time": .one(time)
    case "until": until.map(Field.one) ?? .nothing
    case "isForGood": .flag(isForGood)
    case "said": said.map(Field.text) ?? .nothing
    case "topicTitle": topicTitle.map(Field.text) ?? .nothing
    case "postPath": postPath.map(Field.text) ?? .nothing
    case "isUndone": .flag(isUndone)
    case "look": look.map(Field.text) ?? .nothing
    case "asked": asked.map(Field.text) ?? .nothing
    case "answer": answer.map(Field.text) ?? .nothing
    case "problems": problems.map(Field.one) ?? .nothing
    case "mayAsk": .flag(form != nil)
    case "form": form.map(Field.one) ?? .nothing
    default: nil
    }
  }

  static let sample = DecisionFields()
}
