package import Database

/// Everything an admin decides in the browser.
package enum SettingName: Sendable, Hashable {
  case siteName, siteDescription, siteAccent, siteCompany, signUp, firstPosts, pace
  /// How much of it is taken from new members and from settled ones.
  case allowance(PreventionSettings.Counted)
  case backupEvery, backupHour, backupKeep
  case plain(PlainSetting)

  package static let all: [SettingName] =
    [.siteName, .siteDescription, .siteAccent, .siteCompany, .signUp, .firstPosts, .pace]
    + PreventionSettings.Counted.allCases.map(SettingName.allowance)
    + [.backupEvery, .backupHour, .backupKeep] + PlainSetting.allCases.map(SettingName.plain)

  /// The rows it is kept in.
  fileprivate var keys: [String] {
    switch self {
    case .siteName: ["name"]
    case .siteDescription: ["description"]
    case .siteAccent: ["site.accent"]
    case .siteCompany: ["site.company"]
    case .signUp: ["signUp.mode"]
    case .firstPosts: ["prevention.firstPosts"]
    case .pace: ["prevention.pace"]
    case .allowance(let counted): ["prevention.\(counted.rawValue).new", "prevention.\(counted.rawValue).settled"]
    case .backupEvery: ["backup.every"]
    case .backupHour: ["backup.hour"]
    case .backupKeep: ["backup.keep"]
    case .plain(let plain): [plain.rawValue]
    }
  }
}

/// A setting as it stands.
package struct ListedSetting: Sendable {
  package enum Value: Sendable, Equatable {
    case text(String)
    case number(Int)
    /// One of few, whose words the catalog has.
    case choice(String)
    case allowance(PreventionSettings.Allowance)
  }

  package let name: SettingName
  package let value: Value
  /// What it is while nobody has decided.
  package let standard: Value
  /// Who decided, and when; nil where nobody did, or the member is gone.
  package let changedBy: String?
  package let changedAt: Timestamp?

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [ListedSetting] {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let (site, prevention, backups) = (
      try SiteSettings.load(in: tx), try PreventionSettings.load(in: tx), try BackupSettings.load(in: tx)
    )
    let changes = try tx.all(
      """
      SELECT setting.key, setting.changed_at, member.name FROM setting LEFT JOIN member ON member.id = setting.changed_by
      WHERE setting.changed_at IS NOT NULL ORDER BY setting.changed_at
      """
    ) { row in (key: try row.next(String.self), at: try row.next(Timestamp.self), by: try row.next(String?.self)) }
    let mode = try SignUpSettings.load(in: tx).mode
    return try SettingName.all.map { name in
      let (value, standard) = try values(of: name, site, mode, prevention, backups, in: tx)
      let change = changes.last { name.keys.contains($0.key) }
      return ListedSetting(name: name, value: value, standard: standard, changedBy: change?.by, changedAt: change?.at)
    }
  }

  private static func values(
    of name: SettingName, _ site: SiteSettings, _ mode: SignUpMode, _ prevention: PreventionSettings, _ backups: BackupSettings,
    in tx: Transaction
  ) throws -> (Value, Value) {
    switch name {
    case .siteName: (.text(site.name), .text(SiteSettings.defaultName))
    case .siteDescription: (.text(site.description), .text(""))
    case .siteAccent: (.text(site.accent?.text ?? ""), .text(""))
    case .siteCompany: (.text(site.company?.text ?? ""), .text(""))
    case .signUp: (.choice("signUpMode.\(mode.rawValue)"), .choice("signUpMode.\(SignUpMode.open.rawValue)"))
    case .firstPosts: (.choice("firstPosts.\(prevention.firstPosts)"), .choice("firstPosts.\(PreventionSettings.defaults.firstPosts)"))
    case .pace: (.choice("pace.\(prevention.pace.rawValue)"), .choice("pace.\(PreventionSettings.defaults.pace.rawValue)"))
    case .allowance(let counted):
      (.allowance(prevention.allowance(counted)), .allowance(PreventionSettings.defaults.allowance(counted)))
    case .backupEvery:
      (.choice("backups.every.\(backups.every.rawValue)"), .choice("backups.every.\(BackupSettings.standard.every.rawValue)"))
    case .backupHour: (.number(backups.hour), .number(BackupSettings.standard.hour))
    case .backupKeep: (.number(backups.keep), .number(BackupSettings.standard.keep))
    case .plain(let plain): (.number(try plain.value(in: tx)), .number(plain.standard))
    }
  }
}
