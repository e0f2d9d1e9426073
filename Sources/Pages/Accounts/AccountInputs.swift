package import Community
package import Templates

/// The fields by which somebody names and proves themselves, for `components/account` in the form of somebody who asks first.
package struct AccountInputs: Fields {
  /// Nil where no account can be made: who asks has one.
  let name: InputField?
  let trap: TrapFields
  let terms: TermsFields?
  /// What is to know before anything is typed; nil where everybody may join at once.
  let mode: String?
  let email: InputField
  let password: InputField

  /// The form's fields are `name`, `email` and `password`.
  package init(_ form: FormState, _ mode: SignUpMode, maker: PageMaker) {
    let isNew = mode.takesStrangers
    name =
      isNew ? InputField("name", in: form, maker: maker, autocomplete: "name", hint: "account.name.hint", isRequired: false) : nil
    trap = TrapFields(form, maker: maker)
    terms = isNew ? TermsFields(maker) : nil
    self.mode = mode == .open ? nil : maker.words.text("account.mode.\(mode.rawValue)")
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: isNew ? "signUp.email.hint" : nil)
    password = InputField(
      "password", in: form, maker: maker, type: "password", autocomplete: isNew ? "new-password" : "current-password",
      hint: isNew ? "signUp.password.hint" : nil)
  }

  private init() {
    (name, email, password, trap, terms, mode) = (.sample, .sample, .sample, .sample, .sample, "A person looks at each new account.")
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "name": name.map(Field.one) ?? .nothing
    case "trap": .one(trap)
    case "terms": terms.map(Field.one) ?? .nothing
    case "mode": mode.map(Field.text) ?? .nothing
    case "email": .one(email)
    case "password": .one(password)
    default: nil
    }
  }

  package static let sample = AccountInputs()
}
