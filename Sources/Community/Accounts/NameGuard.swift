import Database

/// Keeps names that speak for the company to the company: reserved words, and whatever looks like one or like somebody of the staff.
enum NameGuard {
  /// Refuses `name` for anybody but the company's people. `me` may keep looking like themselves.
  /// Throws ``ForumError/invalid(_:)`` with `nameReserved` or `nameConfusable` at `field`.
  static func check(_ name: String, field: String, me: MemberID?, in tx: Transaction) throws {
    if isReserved(name) { throw ForumError.invalid(field, .nameReserved) }
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

  /// Whether a name is, or can be read as, a word only the server and the company's people may be called by.
  static func isReserved(_ name: String) -> Bool {
    let whole = Skeleton.strict(name).text
    if reserved.contains(whole) { return true }
    // "Admin Team" and "the-moderator" are meant to be read as what their one reserved word says.
    return name.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"@$!|€+".contains($0) })
      .contains { reservedAlone.contains(Skeleton.strict(String($0)).text) }
  }

  private static let reservedAlone = skeletons([
    "admin", "admins", "administrator", "administrators", "moderator", "moderators", "sysadmin", "webmaster", "postmaster", "kindred",
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
