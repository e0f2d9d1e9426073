package import Templates

/// What is kept about people, and for how long.
package struct PrivacyPage: Page {
  package static let template = "site/privacy"
  let site: SiteFrame
  package init(maker: PageMaker) { site = maker.frame(title: maker.words.text("privacy.title"), canonical: Paths.privacy) }
  private init() { site = .sample }
  package func field(_ field: String) -> Field? { field == "site" ? .one(site) : nil }
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
