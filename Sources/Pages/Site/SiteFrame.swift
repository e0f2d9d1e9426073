package import Templates

/// What stands around every page: the header, the rail of categories, the footer, and what the head of the document says.
/// A reference, because a layout asks for it dozens of times and every answer would copy it.
package final class SiteFrame: Fields {
  /// What is the same for every page of one request.
  package let chrome: SiteChrome
  package let title: String
  package let description: String
  /// The one address search engines should know; nil where there is none.
  package let canonicalURL: String?
  package let isIndexed: Bool
  /// The feed of what the page shows, where there is one.
  package let feedPath: String?
  /// One text rather than a list, for those who draw a card of the link.
  package let isArticle: Bool
  /// Where signing in or changing the theme leads back to.
  package let returnTo: String
  /// A sentence on what was just done, such as "Answer accepted."
  package let flash: String?
  /// Where a button takes it back.
  package let flashUndoPath: String?

  package init(
    chrome: SiteChrome, title: String, description: String = "", canonicalURL: String? = nil, isIndexed: Bool = false,
    feedPath: String? = nil, isArticle: Bool = false, returnTo: String,
    flash: String? = nil, flashUndoPath: String? = nil
  ) {
    self.chrome = chrome
    self.title = title
    self.description = description
    self.canonicalURL = canonicalURL
    self.isIndexed = isIndexed
    self.feedPath = feedPath
    self.isArticle = isArticle
    self.returnTo = returnTo
    self.flash = flash
    self.flashUndoPath = flashUndoPath
  }

  /// Nobody wants to come back to the very forms they have just filled in.
  private var backFromSigningIn: String {
    [Paths.signIn, Paths.signUp, Paths.reset].contains { returnTo.hasPrefix($0) } ? Paths.home : returnTo
  }

  package func field(_ name: String) -> Field? {
    switch name {
    case "chrome": .one(chrome)
    case "title": .text(title)
    case "description": .text(description)
    case "canonicalURL": canonicalURL.map(Field.text) ?? .nothing
    case "isIndexed": .flag(isIndexed)
    case "feedPath": feedPath.map(Field.text) ?? .nothing
    case "isArticle": .flag(isArticle)
    case "returnTo": .text(returnTo)
    case "signInPath": .text(Paths.signIn(returnTo: backFromSigningIn))
    case "signUpPath": .text(Paths.signUp(returnTo: backFromSigningIn))
    case "flash": flash.map(Field.text) ?? .nothing
    case "flashUndoPath": flashUndoPath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  /// A frame with everything in it.
  package static let sample = SiteFrame(
    chrome: .sample, title: "How do I print labels?", description: "A question", canonicalURL: "https://forum.example/t/1/labels",
    isIndexed: true, feedPath: "/t/1/labels/feed", isArticle: true, returnTo: "/t/1/labels", flash: "Saved.", flashUndoPath: "/p/1/restore")
}
