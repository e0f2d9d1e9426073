package import Community
package import Templates

/// For admins: everything they decide, with what it does, what it is without a decision, and who decided.
package struct SiteSettingsPage: Page {
  package static let template = "admin/settings"
  let site: SiteFrame
  let frame: AdminFrame
  /// The words that were looked for.
  let query: String
  let rows: [SettingFields]

  /// Those in which every word of the query stands, in the reader's language; all of them without one.
  package init(_ settings: [ListedSetting], query: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("settings.site.title"))
    frame = AdminFrame(maker)
    self.query = query
    let words = query.lowercased().split(separator: " ")
    rows = settings.map { SettingFields($0, maker: maker) }.filter { row in
      let text = "\(row.name) \(row.effect) \(row.value)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  private init() { (site, frame, query, rows) = (.sample, .sample, "days", [.sample]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "query": .text(query)
    case "isSearch": .flag(!query.isEmpty)
    case "rows": .many(rows)
    case "isEmpty": .flag(rows.isEmpty)
    default: nil
    }
  }

  package static let sample = SiteSettingsPage()
}

/// A setting as it stands, in words.
struct SettingFields: Fields {
  let name: String
  let effect: String
  let value: String
  /// Nil where it is what it is without a decision.
  let standard: String?
  let path: String
  let changedBy: String?
  let time: TimeText?

  init(_ setting: ListedSetting, maker: PageMaker) {
    let (key, words) = (Self.key(setting.name), maker.words)
    name = words.text("setting.\(key)")
    effect = words.text("setting.\(key).effect")
    value = Self.text(setting.value, of: key, words: words)
    standard = setting.value == setting.standard ? nil : Self.text(setting.standard, of: key, words: words)
    path = Self.path(setting.name)
    changedBy = setting.changedBy
    time = setting.changedAt.map { maker.time($0) }
  }

  private static func key(_ name: SettingName) -> String {
    switch name {
    case .siteName: "siteName"
    case .siteDescription: "siteDescription"
    case .siteAccent: "siteAccent"
    case .siteCompany: "siteCompany"
    case .signUp: "signUp"
    case .firstPosts: "firstPosts"
    case .pace: "pace"
    case .allowance(let counted): counted.rawValue
    case .backupEvery: "backupEvery"
    case .backupHour: "backupHour"
    case .backupKeep: "backupKeep"
    case .plain(let plain): plain.rawValue
    }
  }

  private static func path(_ name: SettingName) -> String {
    switch name {
    case .siteName, .siteDescription, .siteAccent, .siteCompany: Paths.site
    case .signUp: Paths.joining
    case .firstPosts, .pace, .allowance: Paths.prevention
    case .backupEvery, .backupHour, .backupKeep: Paths.backups
    case .plain(let plain): Paths.siteSetting(plain)
    }
  }

  private static func text(_ value: ListedSetting.Value, of key: String, words: Words) -> String {
    switch value {
    case .text(let text): text.isEmpty ? words.text("setting.empty") : text
    case .number(let number): words.text(key == "backupKeep" ? "numbers.count" : "setting.\(key).value", ["count": .number(number)])
    case .choice(let choice): words.text(choice)
    case .allowance(let allowance):
      words.text("setting.allowance", ["new": .number(allowance.new), "settled": .number(allowance.settled)])
    }
  }

  private init() {
    (name, effect, value, standard) = ("Network addresses", "For how long they are kept.", "7 days", "30 days")
    (path, changedBy, time) = ("/admin/settings/addressDays", "Ada Lund", .sample)
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "effect": .text(effect)
    case "value": .text(value)
    case "standard": standard.map(Field.text) ?? .nothing
    case "path": .text(path)
    case "changedBy": changedBy.map(Field.text) ?? .nothing
    case "isChanged": .flag(time != nil)
    case "time": time.map(Field.one) ?? .nothing
    default: nil
    }
  }

  static let sample = SettingFields()
}

/// For admins: one setting that is a number.
package struct SiteSettingPage: Page {
  package static let template = "admin/setting"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let name: String
  let effect: String
  let path: String
  let value: InputField

  package init(_ setting: PlainSetting, form: FormState, maker: PageMaker) {
    let (words, key) = (maker.words, "setting.\(setting.rawValue)")
    name = words.text(key)
    site = maker.frame(title: name)
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, labels: ["number": name], maker: maker)
    effect = words.text("\(key).effect")
    path = Paths.siteSetting(setting)
    value = InputField(
      "number", in: form, maker: maker, label: setting.rawValue,
      says: words.text(
        "setting.range",
        [
          "least": .number(setting.range.lowerBound), "most": .number(setting.range.upperBound),
          "standard": .text(words.text("\(key).value", ["count": .number(setting.standard)])),
        ]))
  }

  /// As it stands.
  package static func state(of number: Int) -> FormState { FormState(["number": String(number)]) }

  private init() {
    (site, frame, problems, value) = (.sample, .sample, .sample, .sample)
    (name, effect, path) = ("Network addresses", "For how long they are kept.", "/admin/settings/addressDays")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": .text(name)
    case "effect": .text(effect)
    case "path": .text(path)
    case "value": .one(value)
    default: nil
    }
  }

  package static let sample = SiteSettingPage()
}
