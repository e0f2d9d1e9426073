package import Community
package import Templates

/// Where somebody asks the moderators to look at a post or a profile.
package struct FileReportPage: Page {
  package static let template = "moderation/report"
  let site: SiteFrame
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let author: BadgeFields?
  let html: SafeHTML
  let time: TimeText
  let reasons: [ChoiceFields]
  let reasonProblem: String?
  let note: InputField
  let answerTo: InputField?
  let trap: TrapFields?

  package init(_ thing: ReportedThing, path: String, backPath: String, form: FormState, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("fileReport.title"))
    (self.path, self.backPath) = (path, backPath)
    problems = ProblemSummary(form, maker: maker)
    author = thing.isNamed ? BadgeFields(thing.author, maker: maker) : nil
    html = SafeHTML(trusted: thing.html)
    time = maker.time(thing.at)
    // Nobody is written to in public, so that reason is not one here.
    reasons = ReportReason.allCases.filter { $0 != .unwanted }.map {
      ChoiceFields(
        value: $0.rawValue, label: maker.words.text("reportReason.\($0.rawValue)"), isChosen: $0.rawValue == form["reason"])
    }
    reasonProblem = form.sentence("reason", maker: maker)
    note = InputField("note", in: form, maker: maker, label: "reportNote", isRequired: false)
    answerTo =
      maker.viewer.memberID == nil
      ? InputField(
        "answerTo", in: form, maker: maker, type: "email", autocomplete: "email", hint: "fileReport.answerTo.hint", isRequired: false)
      : nil
    trap = maker.viewer.memberID == nil ? TrapFields(form, maker: maker) : nil
  }

  private init() {
    (site, path, backPath, problems, author) = (.sample, "/p/2/report", "/p/2", .sample, .sample)
    (html, time, reasons, reasonProblem, note) = (SafeHTML(escaping: "Text"), .sample, [.sample], "Please choose.", .sample)
    (answerTo, trap) = (.sample, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "author": author.map(Field.one) ?? .nothing
    case "html": .html(html)
    case "time": .one(time)
    case "reasons": .many(reasons)
    case "reasonProblem": reasonProblem.map(Field.text) ?? .nothing
    case "note": .one(note)
    case "answerTo": answerTo.map(Field.one) ?? .nothing
    case "trap": trap.map(Field.one) ?? .nothing
    default: nil
    }
  }

  package static let sample = FileReportPage()
}
