package import Database

/// What is missing before the public is let in. Each line is read off what is there; nobody ticks it.
package struct OpeningDay: Sendable, Equatable {
  /// What a community needs on its first day; in the catalog it is `opening.LINE`.
  package enum Line: String, Sendable, CaseIterable {
    case mail, backup, rules, terms, privacy, imprint, contact, staff, https, categories

    /// The text that it is, if it is one.
    package var text: SiteText.Kind? { SiteText.Kind(rawValue: rawValue) }
  }
  package let missing: Set<Line>
  /// Of the staff, who has no name or no face yet.
  package let faceless: [MemberBadge]
  /// The categories that say nothing of themselves.
  package let undescribed: [String]
  /// How many of the staff show who they are, at the least.
  package static let fewestFaces = 2

  /// `backups` are those the server made; `isReachedSafely` is whether people reach it by https through a proxy that it trusts.
  package static func load(backups: [KeptBackup], isReachedSafely: Bool, in tx: Transaction) throws -> OpeningDay {
    let settings = try SiteSettings.load(in: tx)
    let faces = try StaffFaces.load(in: tx)
    let undescribed = try tx.values("SELECT name FROM category WHERE description = '' ORDER BY position, name", as: String.self)
    let hasCategories = try tx.exists("SELECT 1 FROM category")
    let missing = try Line.allCases.filter { line in
      switch line {
      case .mail: try !MailTrial.hasSucceeded(in: tx)
      case .backup: !backups.contains(where: \.isVerified)
      case .rules, .terms, .privacy, .imprint, .contact: !settings.texts.contains { $0 == line.text }
      case .staff: faces.people < fewestFaces
      case .https: !isReachedSafely
      case .categories: !hasCategories || !undescribed.isEmpty
      }
    }
    return OpeningDay(missing: Set(missing), faceless: faces.without, undescribed: undescribed)
  }
}
