package import Community
package import Templates

/// What members asked the moderators to look at: each part with what it follows on, and nothing else of its conversation.
package struct ReportedMessagesPage: Page {
  package static let template = "conversations/reported"
  let site: SiteFrame
  let rows: [ReportedFields]

  package init(_ reported: [ReportedPart], maker: PageMaker) {
    site = maker.frame(title: maker.words.text("reported.title"))
    rows = reported.map { ReportedFields($0, maker: maker) }
  }

  private init() { (site, rows) = (.sample, [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "rows": .many(rows)
    case "hasRows": .flag(!rows.isEmpty)
    case "isEmpty": .flag(rows.isEmpty)
    default: nil
    }
  }

  package static let sample = ReportedMessagesPage()
}

/// One report.
struct ReportedFields: Fields {
  let reason: String
  let note: String?
  let time: TimeText
  let author: BadgeFields
  let reporter: BadgeFields
  let html: SafeHTML
  let before: SafeHTML?
  let writtenTime: TimeText

  init(_ reported: ReportedPart, maker: PageMaker) {
    reason = maker.words.text("reportReason.\(reported.reason.rawValue)")
    note = reported.note.isEmpty ? nil : reported.note
    time = maker.time(reported.at)
    author = BadgeFields(reported.author, maker: maker)
    reporter = BadgeFields(reported.reporter, maker: maker)
    html = SafeHTML(trusted: reported.html)
    before = reported.before.map { SafeHTML(trusted: $0) }
    writtenTime = maker.time(reported.writtenAt)
  }

  private init() {
    (reason, note, time, author, reporter) = ("It is unkind", "He goes on.", .sample, .sample, .sample)
    (html, before, writtenTime) = (SafeHTML(escaping: "Text"), SafeHTML(escaping: "Text"), .sample)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "reason": .text(reason)
    case "note": note.map(Field.text) ?? .nothing
    case "time": .one(time)
    case "author": .one(author)
    case "reporter": .one(reporter)
    case "html": .html(html)
    case "before": before.map(Field.html) ?? .nothing
    case "writtenTime": .one(writtenTime)
    default: nil
    }
  }

  static let sample = ReportedFields()
}
