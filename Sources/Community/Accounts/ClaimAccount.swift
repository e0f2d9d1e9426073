package import Database

/// Makes the one link by which an imported member gets into their account; an admin hands it to them.
package struct MakeClaimLink: Sendable {
  let handle: Handle
  let token: SecretToken
  package init(for handle: Handle, token: SecretToken) {
    self.handle = handle
    self.token = token
  }

  /// Throws ``ForumError/notFound`` unless this is an imported member whom nobody has claimed.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageMembers) else { throw ForumError.forbidden(.notAllowed) }
    let member: MemberID? = try tx.value(
      "SELECT id FROM member WHERE handle = \(handle.text) AND imported AND password_hash IS NULL")
    guard let member else { throw ForumError.notFound }
    try AccountTokens.issue(token, .claim, for: member, address: "", in: tx)
    try tx.log(Act(.claimLink, by: .person(actor.id), member: member))
  }
}

/// Takes over an imported account by the link an admin made: the member gives an address and a password.
package struct ClaimAccount: Sendable {
  let token: SecretToken
  let email: EmailAddress
  let passwordHash: String
  let terms: Int?

  /// `terms` is the version of the terms the form showed.
  package init(_ token: SecretToken, email: EmailAddress, passwordHash: String, terms: Int? = nil) {
    self.token = token
    self.email = email
    self.passwordHash = passwordHash
    self.terms = terms
  }

  /// Throws ``ForumError/invalid(_:)`` `linkExpired`, or `emailTaken`: who holds such a link was vouched for by an admin;
  /// ``ForumError/conflict(_:)`` for terms that changed meanwhile.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    let terms = try TermsAcceptance.holding(shown: terms, in: tx)
    let holder = try AccountTokens.redeem(token, .claim, in: tx)
    let changed = try tx.run(
      """
      UPDATE member SET email = \(email.text), email_key = \(email.key), email_verified_at = NULL, password_hash = \(passwordHash)
      WHERE id = \(holder.member) AND password_hash IS NULL
        AND NOT EXISTS (SELECT 1 FROM member AS other WHERE other.email_key = \(email.key) AND other.id <> \(holder.member))
      """)
    guard changed == 1 else { throw ForumError.invalid("email", .emailTaken) }
    if let terms { try TermsAcceptance.note(holder.member, terms, in: tx) }
    try tx.record(Event(.memberClaimed, actor: holder.member, member: holder.member))
    return holder.member
  }
}
