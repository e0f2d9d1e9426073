package import Community
import Database
package import Templates

/// One thing that waits, with all that is needed to decide on it, and the form that does.
package struct ReviewPage: Page {
  package static let template = "moderation/review"
  let site: SiteFrame
  let frame: AdminFrame
  let row: ReviewRowFields
  let problems: ProblemSummary?
  let html: SafeHTML?
  let before: SafeHTML?
  let topic: LinkFields?
  let reports: [ReportLine]
  let record: RecordFields?
  let shared: [LinkFields]
  let act: LookFields?
  let decide: DecideFields?
  let settledBy: String?

  package init(_ item: ReviewItem, form: FormState = FormState(), maker: PageMaker) {
    site = maker.frame(title: maker.words.text("review.title"))
    frame = AdminFrame(maker)
    row = ReviewRowFields(item.row, maker: maker)
    problems = ProblemSummary(form, maker: maker)
    html = item.html.flatMap { $0.isEmpty ? nil : SafeHTML(trusted: $0) }
    before = item.before.map { SafeHTML(trusted: $0) }
    topic = item.topic.map { topic in
      LinkFields(name: topic.title, path: item.row.post.map { Paths.post($0) } ?? Paths.topic(topic.id, topic.slug))
    }
    reports = item.reports.map { ReportLine($0, maker: maker) }
    record = item.author.map { RecordFields($0, maker: maker) }
    shared = item.shared.map { one in
      LinkFields(
        name: maker.words.text("shared.\(one.kind)", ["count": .number(one.count), "value": .text(one.value)]),
        path: Paths.wave(one.kind, one.value))
    }
    act = item.act.map { LookFields($0, maker: maker) }
    settledBy =
      item.row.isSettled ? maker.words.text("review.settled", ["name": .text(item.row.settledBy ?? "")]) : nil
    decide = item.row.isSettled ? nil : DecideFields(item, form: form, maker: maker)
  }

  private init() {
    (site, frame, row, problems, html, before) = (
      .sample, .sample, .sample, .sample, SafeHTML(escaping: "Text"), SafeHTML(escaping: "Text")
    )
    (topic, reports, record, shared, act, decide, settledBy) = (
      .sample, [.sample], .sample, [.sample], .sample, .sample, "Kai decided on this."
    )
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "row": .one(row)
    case "problems": problems.map(Field.one) ?? .nothing
    case "html": html.map(Field.html) ?? .nothing
    case "before": before.map(Field.html) ?? .nothing
    case "topic": topic.map(Field.one) ?? .nothing
    case "reports": .many(reports)
    case "hasReports": .flag(!reports.isEmpty)
    case "record": record.map(Field.one) ?? .nothing
    case "shared": .many(shared)
    case "hasShared": .flag(!shared.isEmpty)
    case "act": act.map(Field.one) ?? .nothing
    case "decide": decide.map(Field.one) ?? .nothing
    case "settledBy": settledBy.map(Field.text) ?? .nothing
    default: nil
    }
  }

  package static let sample = ReviewPage()
}

/// What somebody reported.
struct ReportLine: Fields {
  let reason: String
  let note: String?
  let by: String
  let time: TimeText

  init(_ report: ReviewItem.Report, maker: PageMaker) {
    reason = maker.words.text("reportReason.\(report.reason.rawValue)")
    note = report.note.isEmpty ? nil : report.note
    by = report.reporter ?? maker.words.text("review.visitor")
    time = maker.time(report.at)
  }

  private init() { (reason, note, by, time) = ("It is advertising", "He goes on.", "Kai", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "reason": .text(reason)
    case "note": note.map(Field.text) ?? .nothing
    case "by": .text(by)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = ReportLine()
}

/// What an author has done so far.
struct RecordFields: Fields {
  let joined: TimeText
  let standing: Int
  let removed: Int
  let acts: [ActLine]

  init(_ record: ReviewItem.Record, maker: PageMaker) {
    (joined, standing, removed) = (maker.time(record.joinedAt), record.standing, record.removed)
    acts = record.acts.map { ActLine(kind: $0.kind, rule: $0.rule, at: $0.at, maker: maker) }
  }

  private init() { (joined, standing, removed, acts) = (.sample, 3, 1, [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "joined": .one(joined)
    case "standing": .number(standing)
    case "removed": .number(removed)
    case "acts": .many(acts)
    case "hasActs": .flag(!acts.isEmpty)
    default: nil
    }
  }

  static let sample = RecordFields()
}

/// An act in a few words.
struct ActLine: Fields {
  let name: String
  let time: TimeText

  init(kind: ActKind, rule: ActRule, at: Timestamp, maker: PageMaker) {
    name = Self.name(kind, rule, maker: maker)
    time = maker.time(at)
  }

  static func name(_ kind: ActKind, _ rule: ActRule, maker: PageMaker) -> String {
    let act = maker.words.text("act.\(kind.rawValue)")
    return rule == .none
      ? act : maker.words.text("act.because", ["act": .text(act), "rule": .text(maker.words.text("rule.\(rule.rawValue)"))])
  }

  private init() { (name, time) = ("Warned: unkind", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = ActLine()
}

/// The act that is to be looked at again, and what its person says to it.
struct LookFields: Fields {
  let name: String
  let by: String
  let said: String
  let asked: String
  let time: TimeText

  init(
    _ act: (kind: ActKind, rule: ActRule, at: Timestamp, by: String?, words: String, asked: String), maker: PageMaker
  ) {
    name = ActLine.name(act.kind, act.rule, maker: maker)
    by = act.by ?? maker.words.text("decision.machine")
    (said, asked, time) = (act.words, act.asked, maker.time(act.at))
  }

  private init() { (name, by, said, asked, time) = ("Warned: unkind", "Tomas", "Please be kind.", "It was a joke.", .sample) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "by": .text(by)
    case "said": .text(said)
    case "asked": .text(asked)
    case "time": .one(time)
    default: nil
    }
  }

  static let sample = LookFields()
}

/// The form by which somebody decides.
struct DecideFields: Fields {
  let path: String
  let claimPath: String?
  let releasePath: String?
  let lookPath: String?
  let verdicts: [ChoiceFields]
  let verdictProblem: String?
  let rules: [ChoiceFields]
  let ruleProblem: String?
  let restrictions: [ChoiceFields]
  let masked: InputField?
  let said: InputField
  let note: InputField
  let version: Int

  init(_ item: ReviewItem, form: FormState, maker: PageMaker) {
    let row = item.row
    func choice(_ field: String, _ value: String, _ label: String, chosen: Bool) -> ChoiceFields {
      ChoiceFields(value: value, label: maker.words.text(label), isChosen: form[field].isEmpty ? chosen : form[field] == value)
    }
    path = Paths.review(row.id)
    let isMine = row.claim.map { maker.viewer.isMember($0.member) } ?? false
    claimPath = isMine ? nil : Paths.act("claim", on: row.id)
    releasePath = isMine ? Paths.act("release", on: row.id) : nil
    lookPath = row.act.map { _ in Paths.act("second-look", on: row.id) }
    let offered: [String] =
      row.post != nil ? ["fine", "hide", "delete", "mask"] : row.member != nil ? ["fine", "hide", "upheld"] : ["fine", "upheld"]
    verdicts = offered.map { choice("verdict", $0, "verdict.\($0)", chosen: false) }
    verdictProblem = form.sentence("verdict", maker: maker)
    ruleProblem = form.sentence("rule", maker: maker)
    // Where nobody said what is wrong, whoever decides does.
    let likely = row.reason?.likelyRule ?? (row.post == nil ? nil : .spam)
    rules =
      (likely == nil ? [choice("rule", "", "review.choose", chosen: true)] : [])
      + ActRule.ofPeople.map { choice("rule", $0.rawValue, "rule.\($0.rawValue)", chosen: $0 == likely) }
    restrictions =
      maker.viewer.may(.restrictMembers)
      ? ["none", "warn", "silence1", "silence7", "silence30", "suspend7", "suspend30", "suspendForGood"].map {
        choice("restriction", $0, "restriction.\($0)", chosen: $0 == "none")
      } : []
    masked = row.post == nil ? nil : InputField("masked", in: form, maker: maker, hint: "review.masked.hint", isRequired: false)
    said = InputField("words", in: form, maker: maker, label: "actWords", hint: "review.words.hint", isRequired: false)
    note = InputField("note", in: form, maker: maker, label: "actNote", hint: "review.note.hint", isRequired: false)
    version = item.version ?? 0
  }

  private init() {
    (path, claimPath, releasePath, lookPath) = (
      "/moderation/1", "/moderation/1/claim", "/moderation/1/release", "/moderation/1/second-look"
    )
    (verdictProblem, ruleProblem) = ("Choose one.", "Choose one.")
    (verdicts, rules, restrictions, masked, said, note, version) = ([.sample], [.sample], [.sample], .sample, .sample, .sample, 1)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "claimPath": claimPath.map(Field.text) ?? .nothing
    case "releasePath": releasePath.map(Field.text) ?? .nothing
    case "lookPath": lookPath.map(Field.text) ?? .nothing
    case "verdicts": .many(verdicts)
    case "verdictProblem": verdictProblem.map(Field.text) ?? .nothing
    case "rules": .many(rules)
    case "ruleProblem": ruleProblem.map(Field.text) ?? .nothing
    case "restrictions": .many(restrictions)
    case "hasRestrictions": .flag(!restrictions.isEmpty)
    case "masked": masked.map(Field.one) ?? .nothing
    case "said": .one(said)
    case "note": .one(note)
    case "version": .number(version)
    default: nil
    }
  }

  static let sample = DecideFields()
}
