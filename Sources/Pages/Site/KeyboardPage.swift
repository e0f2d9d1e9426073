import Community
package import Templates

/// The map of single keys, and the switch for them.
package struct KeyboardPage: Page {
  package static let template = "site/keyboard"
  let site: SiteFrame
  let isMember: Bool
  let isOn: Bool

  package init(isOn: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("keyboard.title"), canonical: Paths.keyboard)
    isMember = maker.viewer.memberID != nil
    self.isOn = isOn
  }
  private init() { (site, isMember, isOn) = (.sample, true, true) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "isMember": .flag(isMember)
    case "isOn": .flag(isOn)
    default: nil
    }
  }

  package static let sample = KeyboardPage()
}
