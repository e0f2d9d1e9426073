package import Database

/// Asks for a link to choose a new password. The answer is the same whether or not anybody has this address.
package struct AskForReset: Sendable {
  let email: EmailAddress
  let address: String

  /// `address` is where the request came from, for the limit.
  package init(email: EmailAddress, address: String) {
    self.email = email
    self.address = address
  }

  /// Throws ``ForumError/tooSoon(_:until:)`` past the limits, which count for unknown addresses too.
  package func perform(in tx: Transaction) throws {
    try AttemptLimit(.mail, most: 20, per: .hours(1)).count("address:\(address)", in: tx)
    try AttemptLimit(.mail, most: 3, per: .hours(1)).count("email:\(email.key)", in: tx)
    let member: MemberID? = try tx.value("SELECT id FROM member WHERE email_key = \(email.key)")
    // Recorded for nobody too, so that both ways write as much.
    try tx.record(Event(.passwordResetAsked, member: member))
  }
}

/// Chooses a new password by the mailed link. Whoever has the mail has the account: every session ends.
package struct ResetPassword: Sendable {
  let token: SecretToken
  let newHash: String

  /// `newHash` is the encoded hash of the new password.
  package init(_ token: SecretToken, newHash: String) {
    self.token = token
    self.newHash = newHash
  }

  /// Throws ``ForumError/invalid(_:)`` `linkExpired`.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    let holder = try AccountTokens.redeem(token, .reset, in: tx)
    guard try VerifyEmail.markVerified(holder, in: tx) else { throw ForumError.invalid("token", .linkExpired) }
    try tx.run("UPDATE member SET password_hash = \(newHash) WHERE id = \(holder.member)")
    try Sessions.endAll(of: holder.member, in: tx)
    try SignIn.forgetAttempts(of: holder.member, in: tx)
    try tx.record(Event(.passwordChanged, actor: holder.member, member: holder.member))
    return holder.member
  }
}
