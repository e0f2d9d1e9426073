package import Community
package import Templates

/// Who may begin to write to a member, and whom they want nothing to do with.
package struct BlockedPage: Page {
  package static let template = "members/blocked"
  let site: SiteFrame
  let takesMessages: Bool
  let members: [BlockedFields]

  package init(_ list: BlockList, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("blocked.title"))
    takesMessages = list.takesMessages
    members = list.members.map { BlockedFields(badge: BadgeFields($0, maker: maker), path: Paths.block($0.handle)) }
  }

  private init() { (site, takesMessages, members) = (.sample, true, [BlockedFields(badge: .sample, path: "/m/kai/block")]) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "takesMessages": .flag(takesMessages)
    case "members": .many(members)
    case "hasMembers": .flag(!members.isEmpty)
    case "isEmpty": .flag(members.isEmpty)
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
