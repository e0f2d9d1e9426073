import Pages

/// What keeps spam and unkind words out, for those who look after the community.
package enum PreventionRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.words, WordHandlers.list)
    table.post(Paths.words, WordRuleForm.self, WordHandlers.add)
    table.post(Paths.tryWords, TriedTextForm.self, WordHandlers.tryOut)
    table.get(Paths.wordRulePattern, WordHandlers.show)
    table.post(Paths.wordRulePattern, WordRuleForm.self, WordHandlers.change)
    table.post(Paths.removeWordRulePattern, WordHandlers.remove)
    table.get(Paths.prevention, PreventionHandlers.show)
    table.post(Paths.prevention, PreventionForm.self, PreventionHandlers.save)
    table.get(Paths.joining, JoiningHandlers.show)
    table.post(Paths.joining, SignUpModeForm.self, JoiningHandlers.save)
    table.post(Paths.entryRules, EntryRuleForm.self, JoiningHandlers.addRule)
    table.post(Paths.removeEntryRulePattern, JoiningHandlers.removeRule)
    table.get(Paths.invitations, InvitationHandlers.list)
    table.post(Paths.invitations, InvitationForm.self, InvitationHandlers.make)
    table.post(Paths.revokeInvitationPattern, InvitationHandlers.revoke)
  }
}
