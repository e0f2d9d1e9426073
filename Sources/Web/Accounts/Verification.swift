import Community
import Database
import Passwords

/// Whether what somebody typed is the password of an account. Takes as long where there is none.
struct Verification: Sendable {
  let member: MemberID?
  /// The stored hash that was verified; nil when the password is wrong.
  let rightHash: String?

  /// Counts the attempt first. Throws ``ForumError/tooSoon(_:until:)``.
  static func of(_ email: EmailAddress, _ typed: String, _ context: SiteContext) async throws -> Verification {
    let address = context.request.address
    try await context.write { tx in try SignIn.countAttempt(email: email, from: address, in: tx) }
    let account = try await context.read { tx in try SignIn.account(email, in: tx) }
    let isRight = try await context.services.passwords.verify(typed, against: account.passwordHash.flatMap(PasswordHash.init(encoded:)))
    return Verification(member: account.member, rightHash: isRight ? account.passwordHash : nil)
  }

  /// The stored hash of somebody signed in who confirms a change by their password.
  /// Throws ``ForumError/invalid(_:)`` `passwordWrong` at `field`, and ``ForumError/tooSoon(_:until:)``.
  static func confirm(_ typed: String, field: String, _ context: MemberContext) async throws -> String {
    let actor = context.actor
    try await context.write { tx in try SignIn.countConfirmation(by: actor, in: tx) }
    let stored = try await context.read { tx in try SignIn.passwordHash(of: actor, in: tx) }
    let isRight = try await context.services.passwords.verify(typed, against: stored.flatMap(PasswordHash.init(encoded:)))
    guard isRight, let stored else { throw ForumError.invalid(field, .passwordWrong) }
    return stored
  }

  /// The password hashed anew where the setting has risen above what is stored; nil where it has not.
  func raisedHash(_ typed: String, _ hasher: PasswordHasher) async throws -> String? {
    guard let rightHash, let stored = PasswordHash(encoded: rightHash), stored.needsRehash(for: hasher.cost) else { return nil }
    // A password that nobody may choose any more goes on to open its account.
    guard let password = try? NewPassword(typed, notLike: []) else { return nil }
    return try await hasher.hash(password).encoded
  }
}
