import Database

/// Keeps names that speak for the company to the company: reserved words, and whatever looks like one or like somebody of the staff.
package enum NameGuard {
  /// Refuses `name` for anybody but the company's people. `me` may keep looking like themselves.
  /// Throws ``ForumError/invalid(_:)`` with `nameReserved`, `nameConfusable`, or `wordBlocked` for a name that a rule of words finds, at `field`.
  static func check(_ name: String, field: String, me: MemberID?, in tx: Transaction) throws {
    try WordCheck.refuse(name: name, field: field, WordRules.load(in: tx))
    if isReserved(name, site: try SiteSettings.load(in: tx).name) { throw ForumError.invalid(field, .nameReserved) }
    let readings = Skeleton.readings(name)
    let theirs = try tx.all("SELECT id, name, handle FROM member WHERE role IN ('staff', 'moderator', 'admin')") { row in
      (id: try row.next(MemberID.self), name: try row.next(String.self), handle: try row.next(String.self))
    }
    for other in theirs where other.id != me {
      if !readings.isDisjoint(with: Skeleton.readings(other.name)) || !readings.isDisjoint(with: Skeleton.readings(other.handle)) {
        throw ForumError.invalid(field, .nameConfusable)
      }
    }
  }

  /// Whether a name is, or can be read as, a word only the server and the company's people may be called by; `site` is the community's own name.
  static func isReserved(_ name: String, site: String = "") -> Bool {
    let whole = Skeleton.strict(name).text
    if reserved.contains(whole) || isOfTheSite(whole, site) { return true }
    // "Ana (Staff)" and "Ana | Support" draw a badge of their own.
    let parts = NameParts(name)
    if parts.segments.count > 1, parts.segments.contains(where: { badges.contains(Skeleton.strict($0).text) }) { return true }
    // "Admin Team" and "the-moderator" are meant to be read as what their one reserved word says, "S t a f f" too.
    return parts.words.contains { reservedAlone.contains(Skeleton.strict($0).text) }
  }

  /// Whether it names a function or the community rather than a person: for whom it is a hint that people like to know who they talk to.
  package static func isFunction(_ name: String, site: String) -> Bool {
    isReserved(name, site: site) || NameParts(name).words.contains { functions.contains(Skeleton.strict($0).text) }
  }

  /// The community's name alone, or with what it does: "Kettle Club Support".
  private static func isOfTheSite(_ whole: String, _ site: String) -> Bool {
    let own = Skeleton.strict(site).text
    guard own.count >= 3, let place = whole.firstRange(of: own) else { return false }
    let rest = whole.replacingCharacters(in: place)
    return rest.isEmpty || reserved.contains(rest)
  }

  private static let reservedAlone = skeletons([
    "admin", "admins", "administrator", "administrators", "moderator", "moderators", "sysadmin", "webmaster", "postmaster", "kindred",
    "staff",
  ])
  /// What the server says beside a name, in the languages it speaks, and what could be taken for it.
  private static let badges = reserved.union(
    skeletons(["helper", "customer", "verified", "verified customer", "employee", "agent", "moderation", "hilfe", "kunde", "mitarbeiter"]))
  private static let functions = skeletons([
    "support", "team", "help", "helpdesk", "service", "office", "info", "sales", "community", "forum", "customer", "desk", "hilfe",
    "kundendienst",
  ])
  private static let reserved = reservedAlone.union(
    skeletons([
      "mod", "mods", "staff", "support", "system", "root", "official", "security", "abuse", "help", "helpdesk", "info", "team", "owner",
      "operator", "hostmaster", "noreply", "no-reply", "mailer-daemon", "customer service", "customer support", "community manager",
      "former member", "anonymous", "everyone", "nobody", "member", "guest", "visitor", "bot",
      "staff member", "support team", "forum", "community",
    ]))

  private static func skeletons(_ words: [String]) -> Set<String> { Set(words.map { Skeleton.strict($0).text }) }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
