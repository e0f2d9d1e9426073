package import Database

/// Follows the mailed link: the address is the member's.
package struct VerifyEmail: Sendable {
  let token: SecretToken
  package init(_ token: SecretToken) { self.token = token }

  /// Throws ``ForumError/invalid(_:)`` `linkExpired`.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    let holder = try AccountTokens.redeem(token, .verify, in: tx)
    try markVerified(holder, in: tx)
    return holder.member
  }

  /// Notes that somebody reads the mail of this address, if it is still the member's.
  static func markVerified(_ holder: AccountTokens.Holder, in tx: Transaction) throws -> Bool {
    let changed = try tx.run(
      """
      UPDATE member SET email_verified_at = COALESCE(email_verified_at, \(tx.now)), bounced_at = NULL, bounce = ''
      WHERE id = \(holder.member) AND email = \(holder.address)
      """)
    return changed == 1
  }

  private func markVerified(_ holder: AccountTokens.Holder, in tx: Transaction) throws {
    guard try Self.markVerified(holder, in: tx) else { throw ForumError.invalid("token", .linkExpired) }
    try tx.record(Event(.emailVerified, actor: holder.member, member: holder.member))
  }
}

/// Asks for the verification link once more.
package struct AskForVerification: Sendable {
  package init() {}

  /// Does nothing for an address that is verified. Throws ``ForumError/tooSoon(_:until:)``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard try tx.exists("SELECT 1 FROM member WHERE id = \(actor.id) AND email IS NOT NULL AND email_verified_at IS NULL") else { return }
    try AttemptLimit(.mail, most: 5, per: .hours(1)).count("member:\(actor.id.rawValue)", in: tx)
    try tx.record(Event(.verificationAsked, actor: actor.id, member: actor.id))
  }
}
