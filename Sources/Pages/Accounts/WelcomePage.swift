package import Community
package import Templates

/// One of the steps after joining, each of which can be left out.
package struct WelcomePage: Page {
  package static let template = "accounts/welcome"
  /// What a step is about.
  package enum Step: String, Sendable, CaseIterable {
    case name, interests, people, mail
    package var path: String {
      switch self {
      case .name: Paths.welcome
      case .interests: Paths.welcomeInterests
      case .people: Paths.welcomePeople
      case .mail: Paths.welcomeMail
      }
    }
    /// Where the next one is; home after the last.
    package var next: String {
      switch self {
      case .name: Paths.welcomeInterests
      case .interests: Paths.welcomePeople
      case .people: Paths.welcomeMail
      case .mail: Paths.home
      }
    }
  }

  let site: SiteFrame
  let step: Int
  let heading: String
  let text: String
  let path: String
  let nextPath: String
  let isLast: Bool
  let problems: ProblemSummary?
  let name: InputField?
  let timeZone: InputField?
  let zones: [ZoneFields]
  let popular: [ChoiceFields]
  let tags: InputField?
  let mailKinds: [ChoiceFields]
  let choices: MatchChoiceFields?

  /// What a step shows.
  package enum Content: Sendable {
    case name(zones: [String])
    case interests(popular: [String], ticked: Set<String>)
    case people(MatchChoices)
    case mail(wanted: Set<NoticeMail>)
    var step: Step {
      switch self {
      case .name: .name
      case .interests: .interests
      case .people: .people
      case .mail: .mail
      }
    }
  }

  package init(_ content: Content, form: FormState, maker: PageMaker) {
    let (words, step) = (maker.words, content.step)
    site = maker.frame(title: words.text("welcome.title"))
    self.step = (Step.allCases.firstIndex(of: step) ?? 0) + 1
    (heading, text) = (words.text("welcome.\(step.rawValue)"), words.text("welcome.\(step.rawValue).text"))
    (path, nextPath, isLast) = (step.path, step.next, step == .mail)
    problems = ProblemSummary(form, maker: maker)
    var (name, timeZone, tags): (InputField?, InputField?, InputField?) = (nil, nil, nil)
    var (zones, popular, mailKinds): ([ZoneFields], [ChoiceFields], [ChoiceFields]) = ([], [], [])
    var choices: MatchChoiceFields?
    switch content {
    case .name(let all):
      name = InputField("name", in: form, maker: maker, autocomplete: "name", hint: "signUp.name.hint")
      timeZone = InputField("timeZone", in: form, maker: maker, hint: "settings.timeZone.hint")
      zones = all.map { ZoneFields(value: $0) }
    case .interests(let offered, let ticked):
      popular = offered.map { ChoiceFields(value: $0, label: $0, isChosen: ticked.contains($0)) }
      tags = InputField("tags", in: form, maker: maker, label: "interests", hint: "settings.interests.hint", isRequired: false)
    case .people(let chosen): choices = MatchChoiceFields(chosen, maker: maker, isWhole: false)
    case .mail(let wanted):
      mailKinds = NoticeMail.allCases.filter { $0 != .question }.map {
        ChoiceFields(value: $0.rawValue, label: words.text("mailKind.\($0.rawValue)"), isChosen: wanted.contains($0))
      }
    }
    (self.name, self.timeZone, self.tags, self.zones, self.popular, self.mailKinds) = (name, timeZone, tags, zones, popular, mailKinds)
    self.choices = choices
  }

  private init() {
    (site, step, heading, text, path, nextPath, isLast) = (.sample, 2, "Your interests", "Choose some", "/welcome", "/", true)
    (problems, name, timeZone, zones, popular, tags, mailKinds) = (.sample, .sample, .sample, [.sample], [.sample], .sample, [.sample])
    choices = .sample
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "step": .number(step)
    case "heading": .text(heading)
    case "text": .text(text)
    case "path": .text(path)
    case "nextPath": .text(nextPath)
    case "isLast": .flag(isLast)
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": name.map(Field.one) ?? .nothing
    case "timeZone": timeZone.map(Field.one) ?? .nothing
    case "zones": .many(zones)
    case "popular": .many(popular)
    case "hasPopular": .flag(!popular.isEmpty)
    case "tags": tags.map(Field.one) ?? .nothing
    case "mailKinds": .many(mailKinds)
    case "choices": choices.map(Field.one) ?? .nothing
    case "hasMailKinds": .flag(!mailKinds.isEmpty)
    default: nil
    }
  }

  package static let sample = WelcomePage()
}
