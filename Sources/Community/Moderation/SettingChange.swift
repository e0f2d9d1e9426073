import Database

/// One row of the settings about order, and the note in the log that it was changed.
enum SettingChange {
  /// Notes a change of settings; `detail` is a fact of the program.
  static func log(_ detail: String, by actor: Actor, in tx: Transaction) throws {
    try tx.log(Act(.setting, by: .person(actor.id), detail: detail))
    try tx.record(Event(.siteChanged, actor: actor.id))
  }

  /// `actor` is nil where the site is being set up.
  static func put(_ key: String, _ value: String, by actor: Actor?, in tx: Transaction) throws {
    let at = actor.map { _ in tx.now }
    try tx.run(
      """
      INSERT INTO setting (key, value, changed_at, changed_by) VALUES (\(key), \(value), \(at), \(actor?.id))
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      """)
  }

  static func values(of keys: [String], in tx: Transaction) throws -> [String: String] {
    let rows = try tx.all("SELECT key, value FROM setting WHERE key \(anyOf: keys)") { row in
      (key: try row.next(String.self), value: try row.next(String.self))
    }
    return Dictionary(rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
