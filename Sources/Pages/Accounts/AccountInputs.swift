package import Templates

/// The fields by which somebody names and proves themselves, for `components/account` in the form of somebody who asks first.
package struct AccountInputs: Fields {
  let name: InputField
  let email: InputField
  let password: InputField

  /// The form's fields are `name`, `email` and `password`.
  package init(_ form: FormState, maker: PageMaker) {
    name = InputField("name", in: form, maker: maker, autocomplete: "name", hint: "account.name.hint", isRequired: false)
    email = InputField("email", in: form, maker: maker, type: "email", autocomplete: "email", hint: "signUp.email.hint")
    password = InputField("password", in: form, maker: maker, type: "password", autocomplete: "new-password", hint: "signUp.password.hint")
  }

  private init() { (name, email, password) = (.sample, .sample, .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "name": .one(name)
    case "email": .one(email)
    case "password": .one(password)
    default: nil
    }
  }

  package static let sample = AccountInputs()
}
