package import Community
package import Templates

/// Where somebody asks the moderators to look at something that was written to them.
package struct ReportPage: Page {
  package static let template = "conversations/report"
  let site: SiteFrame
  let path: String
  let backPath: String
  let problems: ProblemSummary?
  let part: MessagePartFields
  let reasons: [ChoiceFields]
  let reasonProblem: String?
  let note: InputField

  package init(_ part: MessagePart, of head: ConversationHead, form: FormState, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("report.title"))
    path = Paths.report(part.number, of: head.id)
    backPath = Paths.part(WrittenPart(conversation: head.id, number: part.number))
    problems = ProblemSummary(form, maker: maker)
    self.part = MessagePartFields(part, in: head, isFirstUnread: false, maker: maker)
    reasons = ReportReason.allCases.map {
      ChoiceFields(
        value: $0.rawValue, label: maker.words.text("reportReason.\($0.rawValue)"), isChosen: $0.rawValue == form["reason"])
    }
    reasonProblem = form.sentence("reason", maker: maker)
    note = InputField("note", in: form, maker: maker, label: "reportNote", isRequired: false)
  }

  private init() {
    (site, path, backPath, problems, part) = (.sample, "/messages/1/parts/2/report", "/messages/1#m2", .sample, .sample)
    (reasons, reasonProblem, note) = ([.sample], "Please choose.", .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "path": .text(path)
    case "backPath": .text(backPath)
    case "problems": problems.map(Field.one) ?? .nothing
    case "part": .one(part)
    case "reasons": .many(reasons)
    case "reasonProblem": reasonProblem.map(Field.text) ?? .nothing
    case "note": .one(note)
    default: nil
    }
  }

  package static let sample = ReportPage()
}
