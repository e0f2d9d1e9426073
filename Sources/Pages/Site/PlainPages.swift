package import Community
package import Templates

/// What is kept about people, and for how long: as the company says it, and below that as it is with every Kindred.
package struct PrivacyPage: Page {
  package static let template = "site/privacy"
  let site: SiteFrame
  /// For how many days network addresses are kept, and searches that found nothing.
  let addressDays: Int
  let searchDays: Int
  let own: SafeHTML?

  /// `own` is what the company says.
  package init(addressDays: Int, searchDays: Int, own: SiteText?, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("privacy.title"), canonical: Paths.privacy)
    (self.addressDays, self.searchDays) = (addressDays, searchDays)
    self.own = own?.safeHTML
  }

  private init() { (site, addressDays, searchDays, own) = (.sample, 30, 90, SafeHTML(escaping: "We keep little.")) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "addressDays": .number(addressDays)
    case "searchDays": .number(searchDays)
    case "own": .html(own ?? SafeHTML(escaping: ""))
    case "hasOwn": .flag(own != nil)
    default: nil
    }
  }

  package static let sample = PrivacyPage()
}

/// What was done so that everybody can use the site, and what to do where it is not enough.
package struct AccessibilityPage: Page {
  package static let template = "site/accessibility"
  let site: SiteFrame
  package init(maker: PageMaker) { site = maker.frame(title: maker.words.text("accessibility.title"), canonical: Paths.accessibility) }
  private init() { site = .sample }
  package func field(_ field: String) -> Field? { field == "site" ? .one(site) : nil }
  package static let sample = AccessibilityPage()
}
