package import Templates

/// A short page on the way: what just happened and where to go on, such as after asking for a link.
package struct PassingPage: Page {
  package static let template = "accounts/passing"
  let site: SiteFrame
  let heading: String
  let text: String
  let nextPath: String
  let next: String

  /// What there is to say.
  package enum Kind: String, Sendable, CaseIterable { case resetSent, linkExpired, verifyExpired, stopExpired }

  package init(_ kind: Kind, maker: PageMaker) {
    heading = maker.words.text("passing.\(kind.rawValue).title")
    text = maker.words.text("passing.\(kind.rawValue).text")
    next = maker.words.text("passing.\(kind.rawValue).next")
    nextPath =
      switch kind {
      case .resetSent: Paths.home
      case .linkExpired: Paths.reset
      case .verifyExpired, .stopExpired: Paths.settings
      }
    site = maker.frame(title: heading)
  }

  private init() { (site, heading, text, nextPath, next) = (.sample, "On its way", "Look into your inbox", "/", "Go on") }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "text": .text(text)
    case "nextPath": .text(nextPath)
    case "next": .text(next)
    default: nil
    }
  }

  package static let sample = PassingPage()
}
