package import Database

/// Changes what roles may do. It holds from everybody's next request on, and is undone by changing it back.
package struct ChangeRights: Sendable {
  let wanted: Set<RoleRights.Grant>
  let seen: String
  /// `wanted` are all that shall be granted of ``RoleRights/changeable``; `seen` is the mark of the state it was chosen from.
  package init(_ wanted: Set<RoleRights.Grant>, seen: String) { (self.wanted, self.seen) = (wanted, seen) }

  /// Throws ``ForumError/conflict(_:)`` `editedMeanwhile` where somebody else changed it, and ``ForumError/invalid(_:)`` for what nobody
  /// may grant.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageMembers) else { throw ForumError.forbidden(.notAllowed) }
    guard wanted.allSatisfy({ RoleRights.roles.contains($0.role) && $0.action.isGrantable(to: $0.role) }) else {
      throw ForumError.invalid("may", .choiceUnknown)
    }
    let now = try RoleRights.load(in: tx)
    guard now.mark == seen else { throw ForumError.conflict(.editedMeanwhile) }
    let changes = RoleRights.changeable.filter { now.grants.contains($0) != wanted.contains($0) }
    guard !changes.isEmpty else { return }
    for grant in changes {
      if wanted.contains(grant) {
        try tx.run("INSERT INTO role_action (role, action) VALUES (\(grant.role), \(grant.action.rawValue)) ON CONFLICT DO NOTHING")
      } else {
        try tx.run("DELETE FROM role_action WHERE role = \(grant.role) AND action = \(grant.action.rawValue)")
      }
    }
    let detail = changes.map { "\(wanted.contains($0) ? "+" : "-")\($0.text)" }.joined(separator: " ")
    try tx.log(Act(.setting, by: .person(actor.id), detail: detail))
    try tx.record(Event(.siteChanged, actor: actor.id))
  }
}
