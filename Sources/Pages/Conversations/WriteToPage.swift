package import Community
package import Templates

/// Where a first message to somebody is written, or a question to the company alone.
package struct WriteToPage: Page {
  package static let template = "conversations/write"
  let site: SiteFrame
  let heading: String
  let text: String
  /// Whom it is for; nil for the company.
  let to: BadgeFields?
  let form: MessageFields?
  /// Why nothing can be written, in a sentence.
  let refusal: String?
  /// That who it is for is away.
  let away: AwayFields?
  /// Whether asking the company is what is left to do.
  let offersStaff: Bool

  /// To a member. `form` comes with what was typed also where it cannot be sent, so that it is not lost.
  package init(to addressee: Addressee, form: MessageFields?, maker: PageMaker) {
    heading = maker.words.text("writeTo.title", ["name": .text(addressee.badge.name)])
    site = maker.frame(title: heading)
    text = maker.words.text("conversation.audience.two", ["name": .text(addressee.badge.name)])
    to = BadgeFields(addressee.badge, maker: maker)
    self.form = form
    refusal = addressee.refusal.map { maker.words.text("refusal.\($0.rawValue)") }
    away = addressee.away.map { AwayFields($0, name: addressee.badge.name, maker: maker) }
    offersStaff = addressee.refusal == .newcomersToStaff
  }

  /// To the company.
  package init(toStaff form: MessageFields, maker: PageMaker) {
    heading = maker.words.text("askPrivately.title")
    site = maker.frame(title: heading)
    text = maker.words.text("askPrivately.intro")
    (to, self.form, refusal, away, offersStaff) = (nil, form, nil, nil, false)
  }

  private init() {
    (site, heading, text, to, form) = (.sample, "Write to Kai", "Only the two of you read this.", .sample, .sample)
    (refusal, away, offersStaff) = ("Newcomers write to staff.", .sample, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "text": .text(text)
    case "to": to.map(Field.one) ?? .nothing
    case "form": form.map(Field.one) ?? .nothing
    case "away": away.map(Field.one) ?? .nothing
    case "refusal": refusal.map(Field.text) ?? .nothing
    case "offersStaff": .flag(offersStaff)
    default: nil
    }
  }

  package static let sample = WriteToPage()
}
