package import Database

/// How often the server backs itself up, and how many of those backups it keeps.
package struct BackupSettings: Sendable, Equatable {
  package enum Every: String, Sendable, CaseIterable { case day, week, never }
  package let every: Every
  /// At which hour, in UTC.
  package let hour: Int
  package let keep: Int
  /// What may be chosen.
  package static let keeps = [3, 7, 14, 30]

  /// Nil for what cannot be chosen.
  package init?(every: String, hour: String, keep: String) {
    guard let every = Every(rawValue: every), let hour = Int(hour), (0...23).contains(hour), let keep = Int(keep), Self.keeps.contains(keep)
    else { return nil }
    self.init(every: every, hour: hour, keep: keep)
  }

  init(every: Every, hour: Int, keep: Int) { (self.every, self.hour, self.keep) = (every, hour, keep) }

  package static func load(in tx: Transaction) throws -> BackupSettings {
    let values = try BackupRow.all(in: tx)
    return BackupSettings(
      every: values["every"] ?? standard.every.rawValue, hour: values["hour"] ?? String(standard.hour),
      keep: values["keep"] ?? String(standard.keep)) ?? standard
  }

  /// What holds while nobody has decided.
  static let standard = BackupSettings(every: .day, hour: 3, keep: 7)

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func save(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let before = try Self.load(in: tx)
    guard before != self else { return }
    if every != before.every { try SettingChange.put("backup.every", every.rawValue, by: actor, in: tx) }
    if hour != before.hour { try SettingChange.put("backup.hour", String(hour), by: actor, in: tx) }
    if keep != before.keep { try SettingChange.put("backup.keep", String(keep), by: actor, in: tx) }
    try tx.log(Act(.setting, by: .person(actor.id), detail: "backup \(every.rawValue) \(hour) \(keep)"))
    try tx.record(Event(.siteChanged, actor: actor.id))
  }

  /// The last moment at which a backup should have begun.
  func lastDue(_ now: Timestamp) -> Timestamp? {
    let (day, start) = (Span.days(1).milliseconds, Span.hours(Int64(hour)).milliseconds)
    switch every {
    case .never: return nil
    case .day: return Timestamp(milliseconds: (now.rawValue - start) / day * day + start)
    // Weeks begin on Mondays; the first of 1970 was the fifth day.
    case .week: return Timestamp(milliseconds: (now.rawValue - start - 4 * day) / (7 * day) * 7 * day + 4 * day + start)
    }
  }
}

/// Rows of `setting` that are about backups.
enum BackupRow {
  static func all(in tx: Transaction) throws -> [String: String] {
    let rows = try tx.all(
      "SELECT substr(key, 8), value FROM setting WHERE substr(key, 1, 7) = 'backup.'"
    ) { row in (try row.next(String.self), try row.next(String.self)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  static func put(_ key: String, _ value: String, in tx: Transaction) throws {
    try tx.run(
      "INSERT INTO setting (key, value) VALUES (\("backup." + key), \(value)) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
  }
}
