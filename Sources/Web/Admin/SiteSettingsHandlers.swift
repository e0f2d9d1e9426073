import Community
import Pages

/// Everything an admin decides, and those settings that have no page of their own.
enum SiteSettingsHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let (actor, query) = (context.actor, oneLine(String((context.request.query("q") ?? "").prefix(100))))
    return try await context.page { maker, tx in SiteSettingsPage(try ListedSetting.all(for: actor, in: tx), query: query, maker: maker) }
  }

  static func edit(_ context: AdminContext) async throws -> Reply {
    let setting = try setting(context.request)
    return try await context.page { maker, tx in
      SiteSettingPage(setting, form: SiteSettingPage.state(of: try setting.value(in: tx)), maker: maker)
    }
  }

  static func save(_ form: SettingForm, _ context: AdminContext) async throws -> Reply {
    let (setting, actor) = (try setting(context.request), context.actor)
    return try await context.filling(SettingForm.fields) {
      let number = try form.parse(setting)
      try await context.write { tx in try setting.save(number, by: actor, in: tx) }
      return .redirect(Paths.siteSettings, cookies: [.flash("settingsSaved", at: context.request.door)])
    } again: { state, maker, _ in
      SiteSettingPage(setting, form: state, maker: maker)
    }
  }

  private static func setting(_ request: PageRequest) throws -> PlainSetting {
    guard let setting = PlainSetting(rawValue: request.parameter("name") ?? "") else { throw ForumError.notFound }
    return setting
  }
}

/// A setting that is a number, as it was typed.
struct SettingForm: Form {
  static let fields = [FormField("number", maximumBytes: 10)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(_ setting: PlainSetting) throws -> Int {
    var reader = FormReader(values)
    let number = reader.read("number") { (raw) throws(Problem) in
      try wholeNumber(raw, from: setting.range.lowerBound, to: setting.range.upperBound)
    }
    guard let number else { throw reader.failure }
    return number
  }
}
