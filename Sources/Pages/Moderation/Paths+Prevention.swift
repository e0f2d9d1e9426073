package import Community

/// Words that are not taken, what is held, and who may join.
extension Paths {
  package static let words = "/admin/words"
  package static let tryWords = "/admin/words/try"
  package static let wordRulePattern = "/admin/words/:id"
  package static let removeWordRulePattern = "/admin/words/:id/remove"
  package static let prevention = "/admin/prevention"
  package static let joining = "/admin/sign-up"
  package static let entryRules = "/admin/sign-up/rules"
  package static let removeEntryRulePattern = "/admin/sign-up/rules/:id/remove"
  package static let invitations = "/admin/invitations"
  package static let revokeInvitationPattern = "/admin/invitations/:id/revoke"
  package static func wordRule(_ id: WordRuleID) -> String { "\(words)/\(id.rawValue)" }
  package static func removeWordRule(_ id: WordRuleID) -> String { "\(words)/\(id.rawValue)/remove" }
  package static func removeEntryRule(_ id: EntryRuleID) -> String { "\(entryRules)/\(id.rawValue)/remove" }
  package static func revokeInvitation(_ id: InvitationID) -> String { "\(invitations)/\(id.rawValue)/revoke" }
  /// Joining by a link that somebody passed on.
  package static func signUp(invitation token: String) -> String { "\(signUp)?by=\(encoded(token))" }
}
