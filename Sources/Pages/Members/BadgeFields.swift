package import Community
package import Templates

/// A member beside what they wrote: face, name, and their role in words, drawn by the server only.
package struct BadgeFields: Fields {
  package let name: String
  package let handle: String
  package let path: String
  package let avatarPath: String
  /// Nil for an ordinary member.
  package let role: String?
  package let isOfTheCompany: Bool

  package init(_ badge: MemberBadge, maker: PageMaker) {
    name = badge.name
    handle = badge.handle
    path = Paths.member(badge.handle)
    avatarPath = Paths.avatar(badge.id, badge.face)
    role = maker.role(badge.role, of: badge.id)
    isOfTheCompany = badge.role.isOfTheCompany
  }

  private init(name: String, handle: String, path: String, avatarPath: String, role: String?, isOfTheCompany: Bool) {
    self.name = name
    self.handle = handle
    self.path = path
    self.avatarPath = avatarPath
    self.role = role
    self.isOfTheCompany = isOfTheCompany
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "handle": .text(handle)
    case "path": .text(path)
    case "avatarPath": .text(avatarPath)
    case "role": role.map(Field.text) ?? .nothing
    case "isOfTheCompany": .flag(isOfTheCompany)
    default: nil
    }
  }

  static let sample = BadgeFields(
    name: "Ana", handle: "ana", path: "/m/ana", avatarPath: "/avatar/1.svg", role: "Staff", isOfTheCompany: true)
}
