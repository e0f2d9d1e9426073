package import Templates

/// Asking for a link to choose a new password.
package struct ResetPage: Page {
  package static let template = "accounts/reset"
  let site: SiteFrame
  let problems: ProblemSummary?
  let email: InputField

  package init(_ form: FormState = FormState(), maker: PageMaker) {
    site = maker.frame(title: maker.words.text("reset.title"))
    problems = ProblemSummary(form, maker: maker)
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "reset.email.hint")
  }

  private init() { (site, problems, email) = (.sample, .sample, .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "email": .one(email)
    default: nil
    }
  }

  package static let sample = ResetPage()
}

/// Choosing a new password by the mailed link.
package struct NewPasswordPage: Page {
  package static let template = "accounts/new-password"
  let site: SiteFrame
  let problems: ProblemSummary?
  let path: String
  let password: InputField

  /// `token` is the link's own.
  package init(_ form: FormState = FormState(), token: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("newPassword.title"))
    problems = ProblemSummary(form, maker: maker)
    path = Paths.reset(token: token)
    password = InputField(
      "newPassword", in: form, maker: maker, type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
  }

  private init() { (site, problems, path, password) = (.sample, .sample, "/reset/abc", .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "path": .text(path)
    case "password": .one(password)
    default: nil
    }
  }

  package static let sample = NewPasswordPage()
}
