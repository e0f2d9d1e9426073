package import Templates

/// Taking over an account that came with an import, by the link an admin made.
package struct ClaimPage: Page {
  package static let template = "accounts/claim"
  let site: SiteFrame
  let problems: ProblemSummary?
  let terms: TermsFields?
  let memberName: String
  let path: String
  let email: InputField
  let password: InputField

  package init(_ form: FormState = FormState(), memberName: String, token: String, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("claim.title"))
    problems = ProblemSummary(form, maker: maker)
    terms = TermsFields(maker)
    self.memberName = memberName
    path = Paths.claim(token: token)
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "signUp.email.hint")
    password = InputField("password", in: form, maker: maker, type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
  }

  private init() {
    terms = .sample
    (site, problems, memberName, path, email, password) = (.sample, .sample, "Ana", "/claim/abc", .sample, .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "memberName": .text(memberName)
    case "path": .text(path)
    case "email": .one(email)
    case "terms": terms.map(Field.one) ?? .nothing
    case "password": .one(password)
    default: nil
    }
  }

  package static let sample = ClaimPage()
}
