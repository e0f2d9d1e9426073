package import Community
package import Templates

/// Who may begin to write to a member, and whom they want nothing to do with.
package struct BlockedPage: Page {
  package static let template = "members/blocked"
  let site: SiteFrame
  let takesMessages: Bool
  let members: [BlockedFields]
  let newestPath: String?
  let olderPath: String?

  package init(_ list: BlockList, isFirst: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("blocked.title"))
    takesMessages = list.takesMessages
    newestPath = isFirst ? nil : Paths.settingsMessages
    olderPath = list.older.map { "\(Paths.settingsMessages)?before=\($0.text)" }
    members = list.members.map { BlockedFields(badge: BadgeFields($0, maker: maker), path: Paths.block($0.handle)) }
  }

  private init() {
    (site, takesMessages, members) = (.sample, true, [BlockedFields(badge: .sample, path: "/m/kai/block")])
    (newestPath, olderPath) = ("/settings/messages", "/settings/messages?before=1-1")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "takesMessages": .flag(takesMessages)
    case "members": .many(members)
    case "hasMembers": .flag(!members.isEmpty)
    case "isEmpty": .flag(members.isEmpty)
    case "newestPath": newestPath.map(Field.text) ?? .nothing
    case "olderPath": olderPath.map(Field.text) ?? .nothing
    case "hasPages": .flag(newestPath != nil || olderPath != nil)
    default: nil
    }
  }

  package static let sample = BlockedPage()

  struct BlockedFields: Fields {
    let badge: BadgeFields
    let path: String
    func field(_ field: String) -> Field? {
      switch field {
      case "badge": .one(badge)
      case "path": .text(path)
      default: nil
      }
    }
  }
}
