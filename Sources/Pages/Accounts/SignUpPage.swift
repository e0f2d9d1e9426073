package import Community
package import Templates

/// Joining: a name, an address, a password, and nothing else.
package struct SignUpPage: Page {
  package static let template = "accounts/sign-up"
  let site: SiteFrame
  let problems: ProblemSummary?
  let terms: TermsFields?
  let name: InputField
  let email: InputField
  let password: InputField
  let returnTo: String
  let signInPath: String
  let losesCookies: Bool
  /// What is to know of the way to join; nil where everybody may at once.
  let mode: String?
  /// Whether somebody can join here now.
  let hasForm: Bool
  /// The link somebody came by.
  let invitation: String?
  let trap: TrapFields

  /// How somebody came to the page.
  package struct Door: Sendable {
    let mode: SignUpMode
    let invitation: String?
    let isInvited: Bool

    /// `isInvited` says that the link is good.
    package init(_ mode: SignUpMode, invitation: String?, isInvited: Bool) {
      (self.mode, self.invitation, self.isInvited) = (mode, invitation, isInvited)
    }

    /// The sentence that says it; nil where everybody may join at once.
    fileprivate var key: String? {
      switch mode {
      case .closed: "signUp.closed"
      case .invitation where invitation != nil && !isInvited: "signUp.invitationSpent"
      case .invitation: isInvited ? "signUp.invited" : "signUp.byInvitation"
      case .approval: isInvited ? "signUp.invited" : "signUp.approval"
      case .open: nil
      }
    }
    fileprivate var isOpen: Bool { mode.takesStrangers || mode == .invitation && isInvited }
  }

  /// `returnTo` is where joining leads; `losesCookies` says that a browser cannot stay signed in at this address.
  package init(_ form: FormState = FormState(), through door: Door, returnTo: String, losesCookies: Bool, maker: PageMaker) {
    site = maker.frame(title: maker.words.text("signUp.title"), canonical: Paths.signUp, isIndexed: false)
    problems = ProblemSummary(form, maker: maker)
    terms = TermsFields(maker)
    name = InputField("name", in: form, maker: maker, autocomplete: "name", hint: "signUp.name.hint")
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "signUp.email.hint")
    password = InputField("password", in: form, maker: maker, type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
    self.returnTo = returnTo
    signInPath = Paths.signIn(returnTo: returnTo)
    self.losesCookies = losesCookies
    mode = door.key.map { maker.words.text($0) }
    // What was typed comes back even if nobody may join any more.
    hasForm = door.isOpen || !form.values.isEmpty
    invitation = door.invitation
    trap = TrapFields(form, maker: maker)
  }

  private init() {
    terms = .sample
    (site, problems, name, email, password) = (.sample, .sample, .sample, .sample, .sample)
    (returnTo, signInPath, losesCookies) = ("/t/1/labels", "/sign-in?return_to=%2F", true)
    (mode, hasForm, invitation, trap) = ("A person looks at each new account.", true, "abc", .sample)
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": .one(name)
    case "email": .one(email)
    case "terms": terms.map(Field.one) ?? .nothing
    case "password": .one(password)
    case "returnTo": .text(returnTo)
    case "signInPath": .text(signInPath)
    case "losesCookies": .flag(losesCookies)
    case "mode": mode.map(Field.text) ?? .nothing
    case "hasForm": .flag(hasForm)
    case "invitation": invitation.map(Field.text) ?? .nothing
    case "trap": .one(trap)
    default: nil
    }
  }

  package static let sample = SignUpPage()
}
