package import Database

/// What an admin decides about the whole site.
package struct SiteSettings: Sendable, Equatable {
  package var name: String
  package var description: String
  /// Whether the first admin and the first categories are there.
  package let isSetUp: Bool
  /// Nil for the house's own colour.
  package var accent: Accent?
  /// Nil where nothing leads to the company's own site.
  package var company: CompanyLink?
  package private(set) var logo: SitePicture?
  package private(set) var icon: SitePicture?
  /// The texts of the company that everybody may read, in the order in which they are linked.
  package private(set) var texts: [SiteText.Kind] = []
  /// The version of the terms that holds; nil where there are none.
  package private(set) var termsVersion: Int?

  /// What is shown where the database does not answer.
  package static let unknown = SiteSettings(name: defaultName, description: "", isSetUp: false)

  package static func load(in tx: Transaction) throws -> SiteSettings {
    let rows = try tx.all(
      """
      SELECT key, value FROM setting WHERE key IN ('name', 'description', 'setUpAt', 'site.accent', 'site.company')
      UNION ALL SELECT 'picture.' || kind, name || ' ' || format || ' ' || width || ' ' || height FROM site_picture
      UNION ALL SELECT 'text.' || kind, CAST(version AS text) FROM site_text WHERE published
      """
    ) { row in (key: try row.next(String.self), value: try row.next(String.self)) }
    let values = Dictionary(rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var settings = SiteSettings(
      name: values["name"] ?? defaultName, description: values["description"] ?? "", isSetUp: values["setUpAt"] != nil,
      accent: values["site.accent"].flatMap(Accent.init), company: values["site.company"].flatMap(CompanyLink.init))
    settings.logo = values["picture.logo"].flatMap(SitePicture.init)
    settings.icon = values["picture.icon"].flatMap(SitePicture.init)
    settings.texts = SiteText.Kind.allCases.filter { values["text." + $0.rawValue] != nil }
    settings.termsVersion = values["text.terms"].flatMap { Int($0) }
    return settings
  }

  /// What it says of itself, its colour and its way back. Nothing happens where all is as it was; the log says what stood before and what
  /// stands now. Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func save(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let changed = try write(by: actor, in: tx)
    guard !changed.isEmpty else { return }
    try tx.log(
      Act(
        .setting, by: .person(actor.id), detail: "site " + changed.map(\.key).joined(separator: " "),
        note: changed.map { "\($0.key): \($0.before) → \($0.after)" }.joined(separator: "\n")))
    try tx.record(Event(.siteChanged, actor: actor.id))
  }

  /// Answers what changed by it. `actor` is nil where the site is being set up.
  @discardableResult func write(by actor: Actor?, in tx: Transaction) throws -> [(key: String, before: String, after: String)] {
    let changed = zip(try Self.load(in: tx).lines, lines).filter { $0.0.value != $0.1.value }
    for (_, now) in changed { try SettingChange.put(now.key, now.value, by: actor, in: tx) }
    return changed.map { ($0.0.key, $0.0.value, $0.1.value) }
  }

  private var lines: [(key: String, value: String)] {
    [("name", name), ("description", description), ("site.accent", accent?.text ?? ""), ("site.company", company?.text ?? "")]
  }

  /// Answers whether this call was the one that set the site up; of any number at once exactly one is.
  static func markSetUp(in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      INSERT INTO setting (key, value) VALUES ('setUpAt', \(String(tx.now.rawValue))) ON CONFLICT (key) DO NOTHING RETURNING key
      """)
  }

  static let defaultName = "Kindred"
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
