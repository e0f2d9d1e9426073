package import Templates

/// What is kept about people, and for how long.
package struct PrivacyPage: Page {
  package static let template = "site/privacy"
  let site: SiteFrame
  /// For how many days network addresses are kept, and searches that found nothing.
  let addressDays: Int
  let searchDays: Int

  package init(addressDays: Int, searchDays: Int, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("privacy.title"), canonical: Paths.privacy)
    (self.addressDays, self.searchDays) = (addressDays, searchDays)
  }

  private init() { (site, addressDays, searchDays) = (.sample, 30, 90) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "addressDays": .number(addressDays)
    case "searchDays": .number(searchDays)
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
