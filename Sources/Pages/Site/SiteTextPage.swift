package import Community
package import Templates

/// A text of the company about its community, on a page of its own.
package struct SiteTextPage: Page {
  package static let template = "site/text"
  let site: SiteFrame
  let heading: String
  let html: SafeHTML
  let time: TimeText

  package init(_ text: SiteText, maker: PageMaker) {
    heading = maker.words.text("siteText.\(text.kind.rawValue)")
    site = maker.frame(title: heading, canonical: Paths.page(of: text.kind))
    html = text.safeHTML
    time = maker.time(text.at)
  }

  private init() { (site, heading, html, time) = (.sample, "Rules", SafeHTML(escaping: "Be kind."), .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "html": .html(html)
    case "time": .one(time)
    default: nil
    }
  }

  package static let sample = SiteTextPage()
}

/// Terms that changed, for somebody who signed in: read, accepted, or left for later.
package struct AcceptTermsPage: Page {
  package static let template = "site/accept-terms"
  let site: SiteFrame
  let title: String
  let problems: ProblemSummary?
  let html: SafeHTML
  let version: String
  let returnPath: String

  package init(_ terms: SiteText, form: FormState = FormState(), returnTo: String, maker: PageMaker) {
    title = maker.words.text(terms.version == 1 ? "acceptTerms.first" : "acceptTerms.title")
    site = maker.frame(title: title)
    problems = ProblemSummary(form, maker: maker)
    html = terms.safeHTML
    version = String(terms.version)
    returnPath = returnTo
  }

  private init() {
    (site, title, problems, html, version, returnPath) = (
      .sample, "Our terms have changed", .sample, SafeHTML(escaping: "Be kind."), "2", "/"
    )
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "html": .html(html)
    case "version": .text(version)
    case "title": .text(title)
    case "returnPath": .text(returnPath)
    default: nil
    }
  }

  package static let sample = AcceptTermsPage()
}

extension SiteText {
  /// As Markup rendered it when it was written.
  var safeHTML: SafeHTML { SafeHTML(trusted: html) }
}

/// The terms an account is made under, for `components/terms` in every form that makes one.
struct TermsFields: Fields {
  let version: String

  /// Nil where there are none.
  init?(_ maker: PageMaker) {
    guard let version = maker.termsVersion else { return nil }
    self.version = String(version)
  }

  private init() { version = "2" }
  func field(_ field: String) -> Field? { field == "version" ? .text(version) : nil }
  static let sample = TermsFields()
}
