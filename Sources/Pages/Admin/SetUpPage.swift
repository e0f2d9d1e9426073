package import Templates

/// The first run: what the community is called, its first categories, and the account of who looks after it.
package struct SetUpPage: Page {
  package static let template = "admin/set-up"
  let site: SiteFrame
  let problems: ProblemSummary?
  let path: String
  let siteName: InputField
  let siteDescription: InputField
  let categories: [InputField]
  let name: InputField
  let email: InputField
  let password: InputField
  let losesCookies: Bool

  /// Without a form the page is as it first comes, with categories to keep or change.
  package init(_ form: FormState? = nil, token: String, losesCookies: Bool, maker: PageMaker) {
    let words = maker.words
    let form = form ?? FormState(Dictionary(uniqueKeysWithValues: (1...3).map { ("category\($0)", words.text("setUp.category.\($0)")) }))
    func input(_ name: String, type: String = "text", autocomplete: String = "off", hint: String? = nil, isRequired: Bool = true)
      -> InputField
    {
      InputField(name, in: form, maker: maker, type: type, autocomplete: autocomplete, hint: hint, isRequired: isRequired)
    }
    site = maker.frame(title: words.text("setUp.title"))
    problems = ProblemSummary(form, maker: maker)
    path = Paths.setUp(token: token)
    siteName = input("siteName", autocomplete: "organization", hint: "setUp.siteName.hint")
    siteDescription = input("siteDescription", hint: "setUp.siteDescription.hint", isRequired: false)
    categories = (1...3).map { input("category\($0)", isRequired: $0 == 1) }
    name = input("name", autocomplete: "name", hint: "setUp.name.hint")
    email = input("email", type: "email", autocomplete: "email", hint: "setUp.email.hint")
    password = input("password", type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
    self.losesCookies = losesCookies
  }

  private init() {
    (site, problems, path, siteName, siteDescription) = (.sample, .sample, "/set-up/abc", .sample, .sample)
    (categories, name, email, password, losesCookies) = ([.sample], .sample, .sample, .sample, true)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "path": .text(path)
    case "siteName": .one(siteName)
    case "siteDescription": .one(siteDescription)
    case "categories": .many(categories)
    case "name": .one(name)
    case "email": .one(email)
    case "password": .one(password)
    case "losesCookies": .flag(losesCookies)
    default: nil
    }
  }

  package static let sample = SetUpPage()
}
