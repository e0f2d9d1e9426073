package import Community
package import Templates

/// A link in a mail was followed: one press stops mail of its kind, another takes that back. Opening alone does nothing.
package struct StopMailPage: Page {
  package static let template = "notices/stop-mail"
  let site: SiteFrame
  let heading: String
  let text: String
  let button: String
  let path: String
  let wanted: String

  package init(_ kind: NoticeMail, isWanted: Bool, path: String, maker: PageMaker) {
    let state = isWanted ? "wanted" : "stopped"
    heading = maker.words.text("stopMail.title.\(state)")
    text = maker.words.text("stopMail.text.\(state)", ["kind": .text(maker.words.text("mailKind.\(kind.rawValue)"))])
    button = maker.words.text("stopMail.button.\(state)")
    site = maker.frame(title: heading)
    self.path = path
    wanted = isWanted ? "no" : "yes"
  }

  private init() {
    (site, heading, text, button, path, wanted) = (.sample, "Stop this mail?", "One press", "Stop", "/mail/stop/abc", "no")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "heading": .text(heading)
    case "text": .text(text)
    case "button": .text(button)
    case "path": .text(path)
    case "wanted": .text(wanted)
    default: nil
    }
  }

  package static let sample = StopMailPage()
}
