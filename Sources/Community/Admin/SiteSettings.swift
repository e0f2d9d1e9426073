package import Database

/// What an admin decides about the whole site.
package struct SiteSettings: Sendable, Equatable {
  package var name: String
  package var description: String
  /// Whether the first admin and the first categories are there.
  package let isSetUp: Bool

  package static func load(in tx: Transaction) throws -> SiteSettings {
    let rows = try tx.all("SELECT key, value FROM setting WHERE key IN ('name', 'description', 'setUpAt')") { row in
      (key: try row.next(String.self), value: try row.next(String.self))
    }
    let values = Dictionary(rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return SiteSettings(
      name: values["name"] ?? defaultName, description: values["description"] ?? "", isSetUp: values["setUpAt"] != nil)
  }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func save(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    try write(in: tx)
    try tx.record(Event(.siteChanged, actor: actor.id))
  }

  func write(in tx: Transaction) throws {
    try Self.put("name", name, in: tx)
    try Self.put("description", description, in: tx)
  }

  /// Answers whether this call was the one that set the site up; of any number at once exactly one is.
  static func markSetUp(in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      INSERT INTO setting (key, value) VALUES ('setUpAt', \(String(tx.now.rawValue))) ON CONFLICT (key) DO NOTHING RETURNING key
      """)
  }

  private static func put(_ key: String, _ value: String, in tx: Transaction) throws {
    try tx.run("INSERT INTO setting (key, value) VALUES (\(key), \(value)) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
  }

  private static let defaultName = "Kindred"
}

/// What the community is called, as its admin writes it.
package struct SiteName: Sendable, Equatable {
  package let text: String
  package static let most = 60

  /// Throws ``Problem`` `empty` or `tooLong`.
  package init(_ raw: String) throws(Problem) {
    guard raw.utf8.count <= 1024 else { throw Problem(.tooLong, Self.most) }
    text = oneLine(raw)
    if text.isEmpty { throw Problem(.empty) }
    if text.unicodeScalars.count > Self.most { throw Problem(.tooLong, Self.most) }
  }
}
