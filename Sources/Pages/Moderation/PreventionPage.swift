package import Community
package import Templates

/// What is held until a person has looked, as an admin decides it.
package struct PreventionPage: Page {
  package static let template = "moderation/prevention"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let firstPosts: RadioFields
  let rows: [Row]
  let daily: [Row]
  let pace: RadioFields

  /// One thing that is counted, for new members and settled ones.
  struct Row: Fields {
    let new: InputField
    let settled: InputField

    func field(_ field: String) -> Field? {
      switch field {
      case "new": .one(new)
      case "settled": .one(settled)
      default: nil
      }
    }
  }

  package init(_ form: FormState, maker: PageMaker) {
    let standard = PreventionSettings.defaults
    site = maker.frame(title: maker.words.text("prevention.title"))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    firstPosts = RadioFields(
      "firstPosts", values: (0...PreventionSettings.mostFirstPosts).map(String.init), key: { "firstPosts.\($0)" }, in: form,
      hasHints: false,
      maker: maker)
    func input(_ name: String, _ number: Int) -> InputField {
      InputField(name, in: form, maker: maker, says: maker.words.text("prevention.standard", ["number": .number(number)]))
    }
    func row(_ counted: PreventionSettings.Counted) -> Row {
      Row(
        new: input(counted.rawValue + "New", standard.allowance(counted).new),
        settled: input(counted.rawValue + "Settled", standard.allowance(counted).settled))
    }
    rows = PreventionSettings.Counted.inText.map(row)
    daily = PreventionSettings.Counted.allCases.filter { !PreventionSettings.Counted.inText.contains($0) }.map(row)
    pace = RadioFields(
      "pace", values: PreventionSettings.Pace.allCases.map(\.rawValue), key: { "pace.\($0)" }, in: form, hasHints: false, maker: maker)
  }

  /// As it stands.
  package static func state(of settings: PreventionSettings) -> FormState {
    var values = ["firstPosts": String(settings.firstPosts), "pace": settings.pace.rawValue]
    for counted in PreventionSettings.Counted.allCases {
      values[counted.rawValue + "New"] = String(settings.allowance(counted).new)
      values[counted.rawValue + "Settled"] = String(settings.allowance(counted).settled)
    }
    return FormState(values)
  }

  private init() {
    frame = .sample
    (site, problems, firstPosts, pace) = (.sample, .sample, .sample, .sample)
    (rows, daily) = ([Row(new: .sample, settled: .sample)], [Row(new: .sample, settled: .sample)])
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "firstPosts": .one(firstPosts)
    case "rows": .many(rows)
    case "daily": .many(daily)
    case "pace": .one(pace)
    default: nil
    }
  }

  package static let sample = PreventionPage()
}
