package import Database

/// A text of the company about its community, as its newest version says it.
package struct SiteText: Sendable, Equatable {
  /// Which text it is; the welcome stands on home for visitors, the others have a page each.
  package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
    case welcome, rules, terms, privacy, imprint, contact
  }
  package let kind: Kind
  package let version: Int
  package let isPublished: Bool
  /// Markdown, as it was typed.
  package let body: String
  /// What was made of it when it was written.
  package let html: String
  package let at: Timestamp

  /// The newest version, published or not; nil where nothing was ever written. For admins.
  package static func find(_ kind: Kind, by actor: Actor, in tx: Transaction) throws -> SiteText? {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    return try find(kind, in: tx)
  }

  /// What everybody reads; nil where nothing is published.
  package static func published(_ kind: Kind, in tx: Transaction) throws -> SiteText? {
    try find(kind, in: tx).flatMap { $0.isPublished ? $0 : nil }
  }

  /// The newest version of each text that was ever written. For admins.
  package static func all(by actor: Actor, in tx: Transaction) throws -> [SiteText] {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    return try tx.all("\(columns) ORDER BY site_text.kind") { row in try SiteText(&row) }
  }

  static func find(_ kind: Kind, in tx: Transaction) throws -> SiteText? {
    try tx.first("\(columns) WHERE site_text.kind = \(kind)") { row in try SiteText(&row) }
  }

  private static let columns: SQL = """
    SELECT site_text.kind, site_text.version, site_text.published, written.body, written.html, written.at
    FROM site_text JOIN site_text_version written ON written.kind = site_text.kind AND written.version = site_text.version
    """

  private init(_ row: inout Row) throws {
    kind = try row.next()
    version = try row.next()
    isPublished = try row.next()
    body = try row.next()
    html = try row.next()
    at = try row.next()
  }
}

/// Writes a text of the site and publishes it.
package struct PublishSiteText: Sendable {
  let kind: SiteText.Kind
  package let body: PostBody
  let since: Int
  let asksAnew: Bool

  /// `since` is the version the admin had before them, 0 for none; `asksAnew` has members accept new terms when they sign in next.
  package init(_ kind: SiteText.Kind, _ body: PostBody, since: Int, asksAnew: Bool) {
    (self.kind, self.body, self.since, self.asksAnew) = (kind, body, since, asksAnew && kind == .terms)
  }

  /// The same text again makes no version. Throws ``ForumError/conflict(_:)`` where somebody wrote another meanwhile, and
  /// ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let old = try SiteText.find(kind, in: tx)
    let isSame = old?.body == body.source
    guard isSame || old?.version ?? 0 == since else { throw ForumError.conflict(.editedMeanwhile) }
    let version = (old?.version ?? 0) + (isSame ? 0 : 1)
    let isAsked = try !asksAnew || tx.exists("SELECT 1 FROM site_text WHERE kind = \(kind) AND ask_from = \(version)")
    if isSame, old?.isPublished == true, isAsked { return }
    try tx.run(
      """
      INSERT INTO site_text (kind, version, published, ask_from) VALUES (\(kind), \(version), TRUE, \(asksAnew ? version : nil))
      ON CONFLICT (kind) DO UPDATE SET version = excluded.version, published = TRUE, ask_from = coalesce(excluded.ask_from, site_text.ask_from)
      """)
    if !isSame {
      try tx.run(
        """
        INSERT INTO site_text_version (kind, version, body, html, renderer, editor_id, at)
        VALUES (\(kind), \(version), \(body.source), \(body.html), \(PostBody.rendererVersion), \(actor.id), \(tx.now))
        """)
    }
    let before = old.map { $0.isPublished ? "\($0.version)" : "(\($0.version))" } ?? "-"
    try SettingChange.log("text.\(kind.rawValue) \(before) > \(version)\(asksAnew ? " ask" : "")", by: actor, in: tx)
  }
}

/// Takes a text off again. Its versions stay, and it can be published anew.
package struct TakeOffSiteText: Sendable {
  let kind: SiteText.Kind
  package init(_ kind: SiteText.Kind) { self.kind = kind }

  /// Nothing happens where it is not published. Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    guard try tx.run("UPDATE site_text SET published = FALSE WHERE kind = \(kind) AND published") == 1 else { return }
    try SettingChange.log("text.\(kind.rawValue) off", by: actor, in: tx)
  }
}

/// What a text of the site said, version by version, newest first.
package struct SiteTextHistory: Sendable {
  package let versions: [Version]
  /// The version before the last of them, which says what that one changed; nil where there is none.
  package let base: Version?
  package static let pageSize = 20

  /// One version as it was written.
  package struct Version: Sendable, Equatable {
    package let number: Int
    package let body: String
    package let editor: MemberBadge
    package let at: Timestamp
  }

  /// With `before` it goes on below that version. Throws ``ForumError/notFound`` where there is nothing, ``ForumError/forbidden(_:)`` unless
  /// the actor manages the site.
  package static func load(_ kind: SiteText.Kind, before: Int? = nil, by actor: Actor, in tx: Transaction) throws -> SiteTextHistory {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let versions = try tx.all(
      """
      SELECT written.version, written.body, written.at, \(MemberBadge.columns("editor"))
      FROM site_text_version written JOIN member editor ON editor.id = written.editor_id
      WHERE written.kind = \(kind) AND written.version < \(before ?? .max) ORDER BY written.version DESC LIMIT \(pageSize + 1)
      """
    ) { row in
      let (number, body, at): (Int, String, Timestamp) = (try row.next(), try row.next(), try row.next())
      return Version(number: number, body: body, editor: try MemberBadge(&row), at: at)
    }
    guard !versions.isEmpty else { throw ForumError.notFound }
    return SiteTextHistory(versions: Array(versions.prefix(pageSize)), base: versions.dropFirst(pageSize).first)
  }
}
