import Community
package import Templates

/// What somebody sees whose session ended while they typed: all of it, the way to sign in, and a button that sends it again.
package struct SignInFirstPage: Page {
  package static let template = "errors/sign-in-first"
  package let site: SiteFrame
  package let resendPath: String
  package let signInPath: String
  package let texts: [Typed]
  package let values: [Typed]

  /// One field as it was typed.
  package struct Typed: Fields {
    package let name: String
    package let value: String
    package func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "value": .text(value)
      default: nil
      }
    }
  }

  /// `resendPath` is where the form was sent. Texts that are long are shown, the rest is carried along.
  package init(typed: [(name: String, value: String)], resendPath: String, maker: PageMaker) {
    let fields = typed.map { Typed(name: $0.name, value: $0.value) }
    self.init(
      site: maker.frame(title: maker.words.text("signInFirst.title")), resendPath: resendPath,
      signInPath: Paths.signIn(returnTo: Paths.home),
      texts: fields.filter(Self.isLong), values: fields.filter { !Self.isLong($0) })
  }

  private init(site: SiteFrame, resendPath: String, signInPath: String, texts: [Typed], values: [Typed]) {
    self.site = site
    self.resendPath = resendPath
    self.signInPath = signInPath
    self.texts = texts
    self.values = values
  }

  /// What was written is shown however short it is: nobody believes in a text they cannot see.
  private static func isLong(_ typed: Typed) -> Bool {
    typed.name == "body" && !typed.value.isEmpty || typed.value.utf8.count > 60 || typed.value.utf8.contains(0x0A)
  }

  package func field(_ name: String) -> Field? {
    switch name {
    case "site": .one(site)
    case "resendPath": .text(resendPath)
    case "signInPath": .text(signInPath)
    case "texts": .many(texts)
    case "values": .many(values)
    default: nil
    }
  }

  package static let sample = SignInFirstPage(
    site: .sample, resendPath: "/t/1/replies", signInPath: "/sign-in?return_to=%2F", texts: [Typed(name: "body", value: "Thank you!")],
    values: [Typed(name: "seen", value: "4")])
}
