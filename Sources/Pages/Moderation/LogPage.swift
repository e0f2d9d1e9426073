package import Community
import Database
package import Templates

/// The log: every act with who, whom and why, newest first.
package struct LogPage: Page {
  package static let template = "moderation/log"
  let site: SiteFrame
  let frame: AdminFrame
  let acts: [LoggedFields]
  let kinds: [ChoiceFields]
  let rules: [ChoiceFields]
  let member: InputField
  let newestPath: String?
  let olderPath: String?
  let filePath: String

  package init(_ acts: [LoggedAct], _ filter: LoggedAct.Filter, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("log.title"))
    frame = AdminFrame(maker)
    self.acts = acts.prefix(LoggedAct.pageSize).map { LoggedFields($0, maker: maker) }
    kinds = Self.choices("act", ActKind.allCases.map(\.rawValue), filter.kind?.rawValue, maker: maker)
    rules = Self.choices("rule", ActRule.allCases.filter { $0 != .none }.map(\.rawValue), filter.rule?.rawValue, maker: maker)
    member = InputField("member", in: FormState(["member": filter.handle ?? ""]), maker: maker, label: "logMember", isRequired: false)
    let query = Self.query(filter)
    newestPath = isFirst ? nil : Paths.log + (query.isEmpty ? "" : "?" + query)
    olderPath =
      acts.count > LoggedAct.pageSize
      ? "\(Paths.log)?\(query.isEmpty ? "" : query + "&")before=\(acts[LoggedAct.pageSize - 1].id.rawValue)" : nil
    filePath = Paths.logFile + (query.isEmpty ? "" : "?" + query)
  }

  private static func choices(_ key: String, _ values: [String], _ chosen: String?, maker: PageMaker) -> [ChoiceFields] {
    [ChoiceFields(value: "", label: maker.words.text("log.any"), isChosen: chosen == nil)]
      + values.map { ChoiceFields(value: $0, label: maker.words.text("\(key).\($0)"), isChosen: $0 == chosen) }
  }

  private static func query(_ filter: LoggedAct.Filter) -> String {
    [
      filter.kind.map { "act=\($0.rawValue)" }, filter.rule.map { "rule=\($0.rawValue)" }, filter.handle.map { "member=\($0)" },
    ].compactMap { $0 }.joined(separator: "&")
  }

  private init() {
    (site, frame, acts, kinds, rules, member) = (.sample, .sample, [.sample], [.sample], [.sample], .sample)
    (newestPath, olderPath, filePath) = ("/admin/log", "/admin/log?before=2", "/admin/log.csv")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "acts": .many(acts)
    case "hasActs": .flag(!acts.isEmpty)
    case "isEmpty": .flag(acts.isEmpty)
    case "kinds": .many(kinds)
    case "rules": .many(rules)
    case "member": .one(member)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    case "filePath": .text(filePath)
    default: nil
    }
  }

  package static let sample = LogPage()
}

/// One act of the log.
struct LoggedFields: Fields {
  let name: String
  let by: String
  let member: LinkFields?
  let postPath: String?
  let time: TimeText
  let until: TimeText?
  let isForGood: Bool
  let said: String?
  let note: String?
  let isUndone: Bool
  /// Takes back everything that was done by the same press.
  let undoPath: String?
  let isOfMany: Bool

  /// Of a setting, what it was and what it became, and of an import, what it is called.
  let change: String?

  init(_ act: LoggedAct, maker: PageMaker) {
    change = LoggedChange.sentence(act, words: maker.words)
    name = ActLine.name(act.kind, act.rule, maker: maker)
    by = act.actor ?? maker.words.text("decision.machine")
    member = act.member.map { LinkFields(name: $0.name, path: Paths.member($0.handle)) }
    postPath = act.post.map { Paths.post($0) } ?? act.topic.map { Paths.topicBare($0) }
    time = maker.time(act.at)
    isForGood = act.until.map { Restriction.isForGood($0, from: act.at) } ?? false
    until = isForGood ? nil : act.until.map(maker.time)
    said = act.words.isEmpty ? nil : act.words
    note = LoggedChange.note(act, words: maker.words)
    isUndone = act.isUndone
    let isLate = maker.clock.now - act.at >= UndoAct.offered
    // Words of a profile are not kept; their author writes them anew.
    let isProfile = act.kind == .hide && act.post == nil
    undoPath =
      isProfile || act.actor == nil || act.isUndone || act.isUndoing || isLate || !act.kind.canBeTakenBack
      ? nil : Paths.undo(act.batch ?? act.id)
    isOfMany = act.batch != nil
  }

  private init() {
    (name, by, member, postPath, time, until, isForGood) = ("Hidden: spam", "Tomas", .sample, "/p/2", .sample, .sample, true)
    (said, note, isUndone, undoPath, isOfMany, change) = (
      "It is advertising.", "The third.", true, "/admin/log/1/undo", true, "A person looks within: 24 hours → 12 hours"
    )
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "by": .text(by)
    case "member": member.map(Field.one) ?? .nothing
    case "postPath": postPath.map(Field.text) ?? .nothing
    case "time": .one(time)
    case "until": until.map(Field.one) ?? .nothing
    case "isForGood": .flag(isForGood)
    case "said": said.map(Field.text) ?? .nothing
    case "change": change.map(Field.text) ?? .nothing
    case "note": note.map(Field.text) ?? .nothing
    case "isUndone": .flag(isUndone)
    case "undoPath": undoPath.map(Field.text) ?? .nothing
    case "isOfMany": .flag(isOfMany)
    default: nil
    }
  }

  static let sample = LoggedFields()
}
