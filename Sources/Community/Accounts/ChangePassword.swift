package import Database

/// Changes the own password; ends every other session and kills every link.
package struct ChangePassword: Sendable {
  let verifiedHash: String
  let newHash: String

  /// `verifiedHash` is the stored hash that the current password was verified against, `newHash` the new one's.
  package init(verifiedHash: String, newHash: String) {
    self.verifiedHash = verifiedHash
    self.newHash = newHash
  }

  /// Throws ``ForumError/invalid(_:)`` `passwordWrong` when it was changed meanwhile.
  package func perform(by actor: Actor, in session: SessionID, in tx: Transaction) throws {
    let changed = try tx.run(
      "UPDATE member SET password_hash = \(newHash) WHERE id = \(actor.id) AND password_hash = \(verifiedHash)")
    guard changed == 1 else { throw ForumError.invalid("current", .passwordWrong) }
    try AccountTokens.killAll(of: actor.id, in: tx)
    try Sessions.endAll(of: actor.id, except: session, in: tx)
    try SignIn.forgetAttempts(of: actor.id, in: tx)
    try tx.record(Event(.passwordChanged, actor: actor.id, member: actor.id))
  }
}
