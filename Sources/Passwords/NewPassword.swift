/// A password somebody chooses: long enough, not too long, and not one that is guessed first.
package struct NewPassword: Sendable {
  /// What was typed, in the one spelling (NFC) that is hashed.
  package let text: String

  /// Parses a chosen password; `words` are the chooser's name, their e-mail address, and the community's name.
  package init(_ raw: String, notLike words: [String]) throws(PasswordProblem) {
    guard let typed = TypedPassword(raw) else { throw .tooLong(maximum: TypedPassword.maximum) }
    guard typed.text.count >= TypedPassword.minimum else { throw .tooShort(minimum: TypedPassword.minimum) }
    let shape = PasswordShape(typed.text)
    guard !shape.isPattern, !CommonPasswords.include(shape),
      !words.contains(where: { shape.isJust($0) || shape.isJust(String($0.prefix { $0 != "@" })) })
    else { throw .common }
    text = typed.text
  }
}

/// Why a chosen password was refused, for the form to say in words.
package enum PasswordProblem: Error, Sendable, Equatable {
  case tooShort(minimum: Int)
  case tooLong(maximum: Int)
  /// Among the first that anyone would try: a common one, a pattern, or the chooser's own name.
  case common
}
