import Community
package import Templates

/// What people read when something is not as they expected: what happened, what they can do, and a number to name.
package struct ErrorPage: Page {
  package static let template = "errors/show"
  package let site: SiteFrame
  package let heading: String
  package let text: String
  package let requestID: String
  package let isSignedOut: Bool
  /// What somebody had typed: nothing of it is lost, whatever went wrong.
  package let texts: [Typed]

  /// One text as it was typed.
  package struct Typed: Fields {
    package let text: String
    package init(_ text: String) { self.text = text }
    package func field(_ name: String) -> Field? { name == "text" ? .text(text) : nil }
  }

  /// `kind` names the words: `error.KIND.title` and `error.KIND.text`.
  package init(_ kind: Kind, texts: [Typed] = [], requestID: String, maker: PageMaker) {
    self.init(kind, text: maker.words.text("error.\(kind.rawValue).text"), texts: texts, requestID: requestID, maker: maker)
  }

  /// With a sentence of its own, as for a refusal.
  package init(_ kind: Kind, text: String, texts: [Typed] = [], requestID: String, maker: PageMaker) {
    let heading = maker.words.text("error.\(kind.rawValue).title")
    self.init(
      site: maker.frame(title: heading), heading: heading, text: text, requestID: requestID,
      isSignedOut: maker.viewer.memberID == nil && kind.mayNeedAccount, texts: texts)
  }

  private init(site: SiteFrame, heading: String, text: String, requestID: String, isSignedOut: Bool, texts: [Typed]) {
    self.site = site
    self.heading = heading
    self.text = text
    self.requestID = requestID
    self.isSignedOut = isSignedOut
    self.texts = texts
  }

  /// The pages there are.
  package enum Kind: String, Sendable, CaseIterable {
    case badRequest, forbidden, notFound, gone, conflict, tooLarge, tooSoon, wrongSite, foreignOrigin, busy, diskFull, fault
    /// Signing in may show what is not there now.
    var mayNeedAccount: Bool { self == .forbidden || self == .notFound }
  }

  package func field(_ name: String) -> Field? {
    switch name {
    case "site": .one(site)
    case "heading": .text(heading)
    case "text": .text(text)
    case "requestID": .text(requestID)
    case "isSignedOut": .flag(isSignedOut)
    case "texts": .many(texts)
    case "hasTexts": .flag(!texts.isEmpty)
    default: nil
    }
  }

  package static let sample = ErrorPage(
    site: .sample, heading: "Not here", text: "It may have moved.", requestID: "abc", isSignedOut: true, texts: [Typed("Thank you")])
}
