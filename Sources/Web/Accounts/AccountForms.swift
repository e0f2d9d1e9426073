import Community
import Passwords

/// Joining: name, address, password, and where it leads back to.
struct SignUpForm: Form {
  static let fields = AccountInPassing.fields + FormTrap.fields + [AccountFormFields.returnTo, AccountFormFields.invitation]
  let values: FormValues
  init(_ values: FormValues) { self.values = values }
}

/// Signing in.
struct SignInForm: Form {
  static let fields = [AccountFormFields.email, AccountFormFields.password, AccountFormFields.returnTo]
  let values: FormValues
  init(_ values: FormValues) { self.values = values }
}

/// Asking for a link to choose a new password.
struct ResetForm: Form {
  static let fields = [AccountFormFields.email]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func email() throws -> EmailAddress {
    var reader = FormReader(values)
    guard let email = reader.read("email", EmailAddress.init) else { throw reader.failure }
    return email
  }
}

/// Choosing a new password by a link.
struct NewPasswordForm: Form {
  static let fields = [AccountFormFields.newPassword]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func password(notLike words: [String]) throws -> NewPassword {
    var reader = FormReader(values)
    guard let password = reader.newPassword("newPassword", notLike: words) else { throw reader.failure }
    return password
  }
}

/// Taking over an imported account.
struct ClaimForm: Form {
  static let fields = [AccountFormFields.email, AccountFormFields.password, AccountFormFields.terms]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var terms: Int? { Int(values["terms"]) }

  func parse(notLike words: [String]) throws -> (email: EmailAddress, password: NewPassword) {
    var reader = FormReader(values)
    let email = reader.read("email", EmailAddress.init)
    let password = reader.newPassword("password", notLike: words + [values["email"]])
    guard let email, let password else { throw reader.failure }
    return (email, password)
  }
}
