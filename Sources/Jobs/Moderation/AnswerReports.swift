package import Community
package import Database
import Pages

/// Tells those who reported something what came of it, once.
package struct AnswerReports: Reaction {
  package static let name = "answerReports"
  package static let kinds: Set<Event.Kind> = [.reportSettled]
  private static let delay = Span.minutes(10)
  private let mailroom: Mailroom
  package init(_ mailroom: Mailroom) { self.mailroom = mailroom }

  package func react(to event: RecordedEvent, in tx: Transaction) throws {
    guard tx.now - event.at < .days(7), let review = ReviewID(event.event.detail) else { return }
    let site = try SiteSettings.load(in: tx).name
    for report in try AnsweredReport.all(of: review, in: tx) {
      let kind: Letter.Kind = report.isUpheld ? .reportUpheld : .reportDismissed
      if let id = report.member {
        guard let member = try Addressee.find(id, in: tx), member.isVerified, !member.bounces else { continue }
        try mailroom.post(
          Letter(kind, site: site, name: member.name, url: nil, subject: report.title), to: member, after: Self.delay, in: tx)
      } else {
        let letter = Letter(kind, site: site, name: "", url: nil, subject: report.title)
        try mailroom.post(letter, toStranger: report.address, after: Self.delay, in: tx)
      }
    }
  }
}
