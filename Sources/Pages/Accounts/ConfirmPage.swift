package import Templates

/// A mailed link was opened: one press does what it is for. Opening alone does nothing, since programs open links too.
package struct ConfirmPage: Page {
  package static let template = "accounts/confirm"
  let site: SiteFrame
  let heading: String
  let text: String
  let button: String
  let path: String

  /// What a link may be for.
  package enum Act: String, Sendable { case verify, changeEmail }

  /// `address` is the e-mail address the link was mailed to, `path` where the press goes.
  package init(_ act: Act, address: String, path: String, maker: PageMaker) {
    heading = maker.words.text("confirm.\(act.rawValue).title")
    text = maker.words.text("confirm.\(act.rawValue).text", ["address": .text(address)])
    button = maker.words.text("confirm.\(act.rawValue).button")
    site = maker.frame(title: heading)
    self.path = path
  }

  private init() { (site, heading, text, button, path) = (.sample, "Confirm", "One press", "Confirm", "/verify/abc") }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "text": .text(text)
    case "button": .text(button)
    case "path": .text(path)
    default: nil
    }
  }

  package static let sample = ConfirmPage()
}
