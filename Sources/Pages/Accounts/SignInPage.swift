package import Templates

/// Signing in, and back to where somebody was.
package struct SignInPage: Page {
  package static let template = "accounts/sign-in"
  let site: SiteFrame
  let problems: ProblemSummary?
  let email: InputField
  let password: InputField
  let returnTo: String
  let signUpPath: String
  let losesCookies: Bool

  /// `losesCookies` says that a browser cannot stay signed in at this address.
  package init(_ form: FormState = FormState(), returnTo: String, losesCookies: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("signIn.title"), canonical: Paths.signIn, isIndexed: false)
    problems = ProblemSummary(form, maker: maker)
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email")
    password = InputField("password", in: form, maker: maker, type: "password", autocomplete: "current-password")
    self.returnTo = returnTo
    signUpPath = Paths.signUp(returnTo: returnTo)
    self.losesCookies = losesCookies
  }

  private init() {
    (site, problems, email, password) = (.sample, .sample, .sample, .sample)
    (returnTo, signUpPath, losesCookies) = ("/t/1/labels", "/sign-up?return_to=%2F", true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "email": .one(email)
    case "password": .one(password)
    case "returnTo": .text(returnTo)
    case "signUpPath": .text(signUpPath)
    case "losesCookies": .flag(losesCookies)
    default: nil
    }
  }

  package static let sample = SignInPage()
}
