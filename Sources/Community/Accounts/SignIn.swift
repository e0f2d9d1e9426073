package import Database

/// Signing in, in the steps a slow hash asks for: count the attempt (write), read the account (read), verify outside any transaction,
/// then open the session if nothing has changed meanwhile (write).
package enum SignIn {
  /// Whose password is to be verified. An unknown address has neither member nor hash, and the verification takes as long.
  package struct Account: Sendable, Equatable {
    package let member: MemberID?
    package let passwordHash: String?
  }

  /// Counts one attempt for the account and for the address it comes from, before anything is looked up.
  /// Throws ``ForumError/tooSoon(_:until:)``.
  package static func countAttempt(email: EmailAddress, from address: String, in tx: Transaction) throws {
    try ofAddress.count("address:\(address)", in: tx)
    try ofAccount.count("email:\(email.key)", in: tx)
  }

  package static func account(_ email: EmailAddress, in tx: Transaction) throws -> Account {
    try tx.first("SELECT id, password_hash FROM member WHERE email_key = \(email.key)") { row in
      Account(member: try row.next(), passwordHash: try row.next())
    } ?? Account(member: nil, passwordHash: nil)
  }

  /// The stored hash of somebody who is signed in already and confirms a change by their password. Nil for none.
  package static func passwordHash(of actor: Actor, in tx: Transaction) throws -> String? {
    try tx.first("SELECT password_hash FROM member WHERE id = \(actor.id)") { try $0.next(String?.self) } ?? nil
  }

  /// Counts one attempt to confirm something by the own password. Throws ``ForumError/tooSoon(_:until:)``.
  package static func countConfirmation(by actor: Actor, in tx: Transaction) throws {
    try ofAccount.count("member:\(actor.id.rawValue)", in: tx)
  }

  /// The last step, after the password was found right.
  package struct Finish: Sendable {
    let member: MemberID
    let verifiedHash: String
    let newHash: String?
    let session: NewSession

    /// `verifiedHash` is the stored hash that was verified; `newHash` replaces it where the cost has risen.
    package init(member: MemberID, verifiedHash: String, newHash: String?, session: NewSession) {
      self.member = member
      self.verifiedHash = verifiedHash
      self.newHash = newHash
      self.session = session
    }

    /// Throws ``ForumError/invalid(_:)`` `credentialsWrong` when the password was changed meanwhile or the member may not sign in.
    package func perform(in tx: Transaction) throws {
      let changed = try tx.run(
        """
        UPDATE member SET password_hash = \(newHash ?? verifiedHash)
        WHERE id = \(member) AND password_hash = \(verifiedHash) AND (suspended_until IS NULL OR suspended_until <= \(tx.now))
        """)
      if changed != 1 {
        // Only who knows the password hears of it.
        let isSuspended = try tx.exists(
          "SELECT 1 FROM member WHERE id = \(member) AND password_hash = \(verifiedHash) AND suspended_until > \(tx.now)")
        throw isSuspended ? ForumError.forbidden(.suspended) : ForumError.invalid("password", .credentialsWrong)
      }
      try SignIn.forgetAttempts(of: member, in: tx)
      try Sessions.open(for: member, session, in: tx)
      try tx.record(Event(.signedIn, actor: member, member: member))
    }
  }

  /// Lets somebody who proved who they are try again at once.
  static func forgetAttempts(of member: MemberID, in tx: Transaction) throws {
    try ofAccount.forget("member:\(member.rawValue)", in: tx)
    let key = try tx.first("SELECT email_key FROM member WHERE id = \(member)") { try $0.next(String?.self) } ?? nil
    if let key { try ofAccount.forget("email:\(key)", in: tx) }
  }

  private static let ofAccount = AttemptLimit(.signIn, most: 20, per: .minutes(15))
  private static let ofAddress = AttemptLimit(.signIn, most: 60, per: .minutes(15))
}
