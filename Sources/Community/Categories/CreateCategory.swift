package import Database

/// What a category is called.
package struct CategoryName: Sendable, Hashable {
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

/// A category's place in addresses: `/c/SLUG`.
package struct CategorySlug: Sendable, Hashable {
  package let text: String
  static let most = 50

  /// Nil when nothing of the name can be written in `a-z0-9`, and a number must serve.
  package init?(from name: CategoryName) {
    guard let slug = latinSlug(name.text, most: Self.most) else { return nil }
    text = slug
  }

  /// As somebody typed it: `a-z`, `0-9` and hyphens inside. Throws ``Problem`` `empty`, `tooLong` or `slugBad`.
  package init(typed raw: String) throws(Problem) {
    guard raw.utf8.count <= 1024 else { throw Problem(.tooLong, Self.most) }
    let slug = oneLine(raw).lowercased()
    if slug.isEmpty { throw Problem(.empty) }
    if slug.utf8.count > Self.most { throw Problem(.tooLong, Self.most) }
    guard slug.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }),
      slug.utf8.first != 0x2D, slug.utf8.last != 0x2D
    else { throw Problem(.slugBad) }
    text = slug
  }
}

/// The three ways a category is usually open; each is written as rows of `category_access`, which an admin may change one by one.
package enum CategoryAccess: String, Sendable, CaseIterable {
  /// Everybody sees it, members write.
  case everyone
  /// Members see it and write.
  case members
  /// Staff, moderators and admins see it and write.
  case staff

  func may(_ role: Role) -> (see: Bool, write: Bool) {
    let isTeam = role.isOfTheCompany || role == .moderator
    let isMember = role != .visitor
    return switch self {
    case .everyone: (true, isMember)
    case .members: (isMember, isMember)
    case .staff: (isTeam, isTeam)
    }
  }
}

/// Makes a category.
package struct CreateCategory: Sendable {
  let name: CategoryName
  let description: String
  let hint: String
  let access: CategoryAccess

  /// `description` and `hint`, what whoever writes there should know, are one line, cut after 300 characters.
  package init(name: CategoryName, description: String = "", hint: String = "", access: CategoryAccess = .everyone) {
    self.name = name
    self.description = Self.line(description)
    self.hint = Self.line(hint)
    self.access = access
  }

  static func line(_ text: String) -> String { String(oneLine(String(text.prefix(2000))).unicodeScalars.prefix(300)) }

  /// Throws ``ForumError/forbidden(_:)``, and ``ForumError/invalid(_:)`` `collision` for a name that is there already.
  package func perform(by actor: Actor, in tx: Transaction) throws -> CategoryID {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    let id = try insert(in: tx)
    try tx.logCategory(id, "added \(access.rawValue)", note: "name: \(name.text)", by: actor)
    return id
  }

  /// From the command line, whose operator needs no right. Throws ``ForumError/invalid(_:)`` `collision`.
  package func perform(in tx: Transaction) throws -> CategoryID {
    let id = try insert(in: tx)
    try tx.record(Event(.categoryChanged, detail: String(id.rawValue)))
    return id
  }

  /// For set-up and imports, where nobody acts yet.
  package func insert(in tx: Transaction) throws -> CategoryID {
    let position: Int64 = try tx.value("SELECT COALESCE(MAX(position), 0) + 1 FROM category") ?? 1
    let stem = CategorySlug(from: name)?.text ?? "category"
    var number = 1
    while true {
      let slug = number == 1 ? stem : "\(stem)-\(number)"
      let id: CategoryID? = try tx.value(
        """
        INSERT INTO category (slug, name, description, hint, position, created_at)
        VALUES (\(slug), \(name.text), \(description), \(hint), \(position), \(tx.now)) ON CONFLICT DO NOTHING RETURNING id
        """)
      if let id {
        try access.write(to: id, in: tx)
        return id
      }
      if try tx.exists("SELECT 1 FROM category WHERE name = \(name.text)") { throw ForumError.invalid("name", .collision) }
      number += 1
    }
  }
}
