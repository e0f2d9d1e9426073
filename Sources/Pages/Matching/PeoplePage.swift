package import Community
package import Templates

/// Members somebody may like to meet, each with reasons that can be looked up; or why there are none, and what can be done about it.
package struct PeoplePage: Page {
  package static let template = "matching/people"
  let site: SiteFrame
  /// What to say in place of people; nil where there are some.
  let state: String?
  /// Whether the form that lets one take part is shown.
  let isOffered: Bool
  let choices: MatchChoiceFields
  let niche: [PersonFields]
  let active: [PersonFields]
  let answerers: [AnswererFields]

  package init(_ people: PeopleSuggestions, choices: MatchChoices, answerers: [AnswersInTags], maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("people.title"))
    state =
      switch people.standing {
      case .ready: nil
      case .off, .postsOff, .preparing, .tooFew, .unknown: words.text("people.state.\(people.standing)")
      }
    isOffered = people.standing == .off || people.standing == .postsOff
    self.choices = MatchChoiceFields(choices, maker: maker)
    niche = people.niche.map { PersonFields($0, maker: maker) }
    active = people.active.map { PersonFields($0, maker: maker) }
    self.answerers = answerers.map {
      AnswererFields(badge: BadgeFields($0.badge, maker: maker), tag: LinkFields(name: $0.tag, path: Paths.tag($0.tag)))
    }
  }

  private init() {
    (site, state, isOffered, choices) = (.sample, "Nobody yet", true, .sample)
    (niche, active, answerers) = ([.sample], [.sample], [AnswererFields(badge: .sample, tag: .sample)])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "state": state.map(Field.text) ?? .nothing
    case "isOffered": .flag(isOffered)
    case "choices": .one(choices)
    case "niche": .many(niche)
    case "hasNiche": .flag(!niche.isEmpty)
    case "active": .many(active)
    case "hasActive": .flag(!active.isEmpty)
    case "answerers": .many(answerers)
    case "hasAnswerers": .flag(!answerers.isEmpty)
    default: nil
    }
  }

  package static let sample = PeoplePage()

  struct AnswererFields: Fields {
    let badge: BadgeFields
    let tag: LinkFields
    func field(_ field: String) -> Field? {
      switch field {
      case "badge": .one(badge)
      case "tag": .one(tag)
      default: nil
      }
    }
  }
}

/// A member with the reasons why they may be worth meeting.
struct PersonFields: Fields {
  let badge: BadgeFields
  let reasons: [ReasonFields]
  let followPath: String
  let passPath: String

  init(_ person: PeopleSuggestions.Person, maker: PageMaker) {
    badge = BadgeFields(person.badge, maker: maker)
    reasons = person.reasons.map { ReasonFields($0, maker: maker) }
    followPath = Paths.follow(.member(person.badge.id), person.badge.handle)
    passPath = Paths.passBy(person.badge.handle)
  }

  private init() { (badge, reasons, followPath, passPath) = (.sample, [.sample], "/m/ana/follow", "/m/ana/pass") }

  func field(_ field: String) -> Field? {
    switch field {
    case "badge": .one(badge)
    case "reasons": .many(reasons)
    case "followPath": .text(followPath)
    case "passPath": .text(passPath)
    default: nil
    }
  }

  static let sample = PersonFields()
}

/// Why something is suggested: a sentence around a link, and the stretch of the text that shows it.
package struct ReasonFields: Fields {
  let before: String
  let link: LinkFields
  let after: String
  let excerpt: [SearchPieceFields]

  package init(_ reason: MatchReason, maker: PageMaker) {
    let words = maker.words
    let parts: (String, LinkFields, [SearchResult.Piece])
    switch reason.place {
    case .post(let post, let title, let pieces):
      parts = (words.text("people.reason.post", ["word": .text(reason.word)]), LinkFields(name: title, path: Paths.post(post)), pieces)
    case .interest:
      parts = (words.text("people.reason.interest"), LinkFields(name: reason.word, path: Paths.tag(reason.word)), [])
    }
    // The link stands where the sentence has its mark.
    let around = parts.0.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    (before, after) = (around.first ?? "", around.count > 1 ? around[1] : "")
    link = parts.1
    excerpt = parts.2.map { SearchPieceFields(text: $0.text, isMatch: $0.isMatch) }
  }

  private init() { (before, link, after, excerpt) = ("Wrote about yeast in", .sample, ".", [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "before": .text(before)
    case "link": .one(link)
    case "after": .text(after)
    case "excerpt": .many(excerpt)
    case "hasExcerpt": .flag(!excerpt.isEmpty)
    default: nil
    }
  }

  package static let sample = ReasonFields()
}
