import Community
import Pages

/// Pages of words, light or dark, and the language.
package enum PlainRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.privacy, privacy)
    table.get(Paths.accessibility, accessibility)
    table.get(Paths.keyboard, keyboard)
    table.post(Paths.keyboard, WantedForm.self, setKeys)
    table.post(Paths.theme, ThemeForm.self, choose)
    table.post(Paths.language, LanguageForm.self, speak)
  }

  private static func privacy(_ context: SiteContext) async throws -> Reply {
    try await context.page { maker, tx in
      PrivacyPage(
        addressDays: try PlainSetting.addressDays.value(in: tx), searchDays: try PlainSetting.searchDays.value(in: tx),
        own: try SiteText.published(.privacy, in: tx), maker: maker)
    }
  }

  private static func accessibility(_ context: SiteContext) async throws -> Reply {
    try await context.page { maker, _ in AccessibilityPage(maker: maker) }
  }

  private static func keyboard(_ context: SiteContext) async throws -> Reply {
    try await context.page { maker, _ in KeyboardPage(isOn: context.signedIn?.hasShortcuts ?? false, maker: maker) }
  }

  private static func setKeys(_ form: WantedForm, _ context: MemberContext) async throws -> Reply {
    try await context.write { tx in try SetShortcuts(form.wanted).perform(by: context.actor, in: tx) }
    return .redirect(Paths.keyboard)
  }

  /// The cookie serves visitors, and members before they sign in again.
  private static func choose(_ form: ThemeForm, _ context: SiteContext) async throws -> Reply {
    let theme = try form.theme()
    if let actor = Actor(context.viewer) { try await context.write { tx in try SetTheme(theme).perform(by: actor, in: tx) } }
    return .redirect(context.returnTo, cookies: [.theme(theme, at: context.request.door)])
  }

  /// As with the theme; who leaves it to the browser is not held to an earlier choice.
  private static func speak(_ form: LanguageForm, _ context: SiteContext) async throws -> Reply {
    let language = try form.language(among: context.services.pages.editions().tags)
    if let actor = Actor(context.viewer) { try await context.write { tx in try SetLanguage(language).perform(by: actor, in: tx) } }
    return .redirect(context.returnTo, cookies: [.language(language, at: context.request.door)])
  }
}

/// One of the languages there are, or none: as the browser says.
struct LanguageForm: Form {
  static let fields = [FormField("language", maximumBytes: 35), AccountFormFields.returnTo]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func language(among offered: [String]) throws -> LanguageTag? {
    let chosen = values["language"]
    guard !chosen.isEmpty else { return nil }
    guard offered.contains(chosen), let tag = LanguageTag(chosen) else { throw ForumError.invalid("language", .choiceUnknown) }
    return tag
  }
}

/// Light, dark, or as the device says.
struct ThemeForm: Form {
  static let fields = [FormField("theme", maximumBytes: 16), AccountFormFields.returnTo]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func theme() throws -> Theme {
    guard let theme = Theme(rawValue: values["theme"]) else { throw ForumError.invalid("theme", .choiceUnknown) }
    return theme
  }
}
