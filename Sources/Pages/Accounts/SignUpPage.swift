package import Templates

/// Joining: a name, an address, a password, and nothing else.
package struct SignUpPage: Page {
  package static let template = "accounts/sign-up"
  let site: SiteFrame
  let problems: ProblemSummary?
  let name: InputField
  let email: InputField
  let password: InputField
  let returnTo: String
  let signInPath: String
  let losesCookies: Bool

  /// `returnTo` is where joining leads; `losesCookies` says that a browser cannot stay signed in at this address.
  package init(_ form: FormState = FormState(), returnTo: String, losesCookies: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("signUp.title"), canonical: Paths.signUp, isIndexed: false)
    problems = ProblemSummary(form, maker: maker)
    name = InputField("name", in: form, maker: maker, autocomplete: "name", hint: "signUp.name.hint")
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "signUp.email.hint")
    password = InputField("password", in: form, maker: maker, type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
    self.returnTo = returnTo
    signInPath = Paths.signIn(returnTo: returnTo)
    self.losesCookies = losesCookies
  }

  private init() {
    (site, problems, name, email, password) = (.sample, .sample, .sample, .sample, .sample)
    (returnTo, signInPath, losesCookies) = ("/t/1/labels", "/sign-in?return_to=%2F", true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": .one(name)
    case "email": .one(email)
    case "password": .one(password)
    case "returnTo": .text(returnTo)
    case "signInPath": .text(signInPath)
    case "losesCookies": .flag(losesCookies)
    default: nil
    }
  }

  package static let sample = SignUpPage()
}
