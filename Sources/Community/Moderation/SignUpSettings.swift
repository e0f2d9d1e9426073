package import Database

/// Who may join.
package enum SignUpMode: String, Sendable, CaseIterable {
  /// Everybody, at once.
  case open
  /// Everybody; a person looks at each account before it can do more than ask one question.
  case approval
  /// Whoever has a link that an admin or the staff made.
  case invitation
  /// Nobody; who has an account signs in as ever.
  case closed

  /// Whether somebody without an account and without a link can make one.
  package var takesStrangers: Bool { self == .open || self == .approval }
}

/// What an admin decides about joining.
package struct SignUpSettings: Sendable, Equatable {
  package var mode: SignUpMode
  package init(mode: SignUpMode) { self.mode = mode }

  package static func load(in tx: Transaction) throws -> SignUpSettings {
    let value: String? = try tx.value("SELECT value FROM setting WHERE key = \(key)")
    return SignUpSettings(mode: value.flatMap(SignUpMode.init) ?? .open)
  }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site.
  package func save(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let before = try Self.load(in: tx)
    guard before != self else { return }
    try SettingChange.put(Self.key, mode.rawValue, by: actor, in: tx)
    try SettingChange.log("signUp.mode \(before.mode.rawValue) > \(mode.rawValue)", by: actor, in: tx)
  }

  private static let key = "signUp.mode"
}
