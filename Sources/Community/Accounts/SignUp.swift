package import Database

/// Makes an account that works at once: one question and its replies, until the mailed link was followed.
package struct SignUp: Sendable {
  let name: DisplayName
  let email: EmailAddress
  let passwordHash: String
  let address: String

  /// `passwordHash` is the encoded hash of the password chosen; it is made whether or not the address is taken, so that both take as long.
  /// `address` is where the request came from, for the limit.
  package init(name: DisplayName, email: EmailAddress, passwordHash: String, address: String) {
    self.name = name
    self.email = email
    self.passwordHash = passwordHash
    self.address = address
  }

  package enum Outcome: Sendable, Equatable {
    case created(MemberID)
    /// There is an account already. Its owner is told; who typed this is signed in if the password is right (see ``SignIn``), and else
    /// reads the one sentence that a wrong password gets.
    case taken
  }

  /// Throws ``ForumError/tooSoon(_:until:)`` past the limits, ``ForumError/invalid(_:)`` for a name that is the company's.
  package func perform(in tx: Transaction) throws -> Outcome {
    try AttemptLimit(.signUp, most: 20, per: .hours(1)).count("address:\(address)", in: tx)
    try AttemptLimit(.signUp, most: 5, per: .hours(1)).count("email:\(email.key)", in: tx)
    try NameGuard.check(name.text, field: "name", me: nil, in: tx)
    let member = NewMember(name: name, email: email, passwordHash: passwordHash, role: .member, isVerified: false)
    guard let id = try member.insert(in: tx) else {
      let owner: MemberID? = try tx.value("SELECT id FROM member WHERE email_key = \(email.key)")
      try tx.record(Event(.emailTriedAgain, member: owner))
      return .taken
    }
    try tx.record(Event(.memberJoined, actor: id, member: id))
    return .created(id)
  }
}
