import Community
import Pages

/// Pages of words alone, and light or dark.
package enum PlainRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.privacy, privacy)
    table.get(Paths.accessibility, accessibility)
    table.get(Paths.keyboard, keyboard)
    table.post(Paths.keyboard, WantedForm.self, setKeys)
    table.post(Paths.theme, ThemeForm.self, choose)
  }

  private static func privacy(_ context: SiteContext) async throws -> Reply {
    try await context.page { maker, _ in PrivacyPage(maker: maker) }
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
