package import Database

/// Sets a member's password from the command line: for whoever lost both it and their mail.
package struct SetPassword: Sendable {
  let email: EmailAddress
  let newHash: String
  package init(_ email: EmailAddress, newHash: String) {
    self.email = email
    self.newHash = newHash
  }

  /// Ends every session and kills every link. Throws ``ForumError/notFound``.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    let member: MemberID? = try tx.value(
      "UPDATE member SET password_hash = \(newHash) WHERE email_key = \(email.key) RETURNING id")
    guard let member else { throw ForumError.notFound }
    try AccountTokens.killAll(of: member, in: tx)
    try Sessions.endAll(of: member, in: tx)
    try SignIn.forgetAttempts(of: member, in: tx)
    try tx.record(Event(.passwordChanged, member: member))
    return member
  }
}
