package import Database

/// Whether the company's people show who they are: each account of the staff is one person with a name and a face.
package struct StaffFaces: Sendable, Equatable {
  /// With a name of their own and a picture.
  package let people: Int
  /// Without, by name.
  package let without: [MemberBadge]

  /// All who speak for the company and are not suspended.
  package static func load(in tx: Transaction) throws -> StaffFaces {
    let site = try SiteSettings.load(in: tx).name
    let staff: [MemberBadge] = try tx.all(
      """
      SELECT \(MemberBadge.columns("member")) FROM member
      WHERE role IN ('staff', 'admin') AND (suspended_until IS NULL OR suspended_until <= \(tx.now)) ORDER BY name, id
      """)
    let without = staff.filter { !lacks($0, site: site).isEmpty }
    return StaffFaces(people: staff.count - without.count, without: without)
  }

  /// What an account of the staff lacks to be a person, each with a sentence in the catalog (`person.CODE`).
  package enum Lack: String, Sendable, CaseIterable { case name, face }

  /// Nothing for who does not speak for the company.
  package static func lacks(_ badge: MemberBadge, site: String) -> [Lack] {
    guard badge.role.isOfTheCompany else { return [] }
    return (NameGuard.isFunction(badge.name, site: site) ? [.name] : []) + (badge.face == nil ? [.face] : [])
  }
}

/// How many of the staff have no face or no name of their own yet: a line of what is missing before the public comes.
package enum StaffWithoutFace {
  package static func count(in tx: Transaction) throws -> Int { try StaffFaces.load(in: tx).without.count }
}
