package import Database

/// Asks to change the own e-mail address: nothing changes until the link mailed to the new one is used.
package struct ChangeEmail: Sendable {
  let email: EmailAddress
  let verifiedHash: String

  /// `verifiedHash` is the stored hash that the member's password was verified against.
  package init(to email: EmailAddress, verifiedHash: String) {
    self.email = email
    self.verifiedHash = verifiedHash
  }

  /// An address that has an account gets the same answer; its owner is told instead.
  /// Throws ``ForumError/tooSoon(_:until:)``, and ``ForumError/invalid(_:)`` `emailNotTaken`, or `passwordWrong` when the password was changed
  /// meanwhile.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try AttemptLimit(.mail, most: 5, per: .hours(1)).count("member:\(actor.id.rawValue)", in: tx)
    guard try tx.exists("SELECT 1 FROM member WHERE id = \(actor.id) AND password_hash = \(verifiedHash)") else {
      throw ForumError.invalid("password", .passwordWrong)
    }
    try EntryCheck.checkMayUse(email, in: tx)
    let owner: MemberID? = try tx.value("SELECT id FROM member WHERE email_key = \(email.key)")
    if let owner, owner != actor.id {
      try tx.record(Event(.emailTriedAgain, member: owner))
    } else {
      try tx.record(Event(.emailChangeAsked, actor: actor.id, member: actor.id, detail: email.text))
    }
  }
}

/// Uses the link mailed to the new address. The old one is told, if it was verified.
package struct ConfirmEmailChange: Sendable {
  let token: SecretToken
  package init(_ token: SecretToken) { self.token = token }

  /// Throws ``ForumError/invalid(_:)`` `linkExpired`, also when somebody else has taken the address meanwhile.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    let holder = try AccountTokens.redeem(token, .changeEmail, in: tx)
    guard let email = try? EmailAddress(holder.address) else { throw ForumError.invalid("token", .linkExpired) }
    let old = try tx.first("SELECT email FROM member WHERE id = \(holder.member) AND email_verified_at IS NOT NULL") {
      try $0.next(String?.self)
    }
    let changed = try tx.run(
      """
      UPDATE member SET email = \(email.text), email_key = \(email.key), email_verified_at = \(tx.now), bounced_at = NULL, bounce = ''
      WHERE id = \(holder.member)
        AND NOT EXISTS (SELECT 1 FROM member AS other WHERE other.email_key = \(email.key) AND other.id <> \(holder.member))
      """)
    guard changed == 1 else { throw ForumError.invalid("token", .linkExpired) }
    try tx.record(Event(.emailChanged, actor: holder.member, member: holder.member, detail: (old ?? nil) ?? ""))
    return holder.member
  }
}
