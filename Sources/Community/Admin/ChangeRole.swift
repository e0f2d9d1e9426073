package import Database

/// Gives a member another role, and says which categories they look after. Their sessions end, so that none goes on with other rights.
package struct ChangeRole: Sendable {
  let member: MemberID
  let role: Role
  /// By their addresses. Who looks after the whole site looks after none of them in particular.
  let categories: Set<String>
  package init(of member: MemberID, to role: Role, moderating categories: Set<String>) {
    (self.member, self.role, self.categories) = (member, role, categories)
  }

  /// Throws ``ForumError/forbidden(_:)`` `higherRole` for somebody of the actor's own role or above, and `lastAdmin` rather than leave the
  /// site without one.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageMembers) else { throw ForumError.forbidden(.notAllowed) }
    guard role != .visitor else { throw ForumError.invalid("role", .choiceUnknown) }
    guard try MemberSheet.isThere(member, in: tx), let was: Role = try tx.value("SELECT role FROM member WHERE id = \(member)") else {
      throw ForumError.notFound
    }
    guard actor.viewer.role.mayAct(on: was), actor.viewer.role.mayAct(on: role) else { throw ForumError.forbidden(.higherRole) }
    if was == .admin, role != .admin, try !Self.hasAnotherAdmin(than: member, in: tx) { throw ForumError.forbidden(.lastAdmin) }
    let wanted = role.moderatesEverything ? [] : try chosen(tx)
    let before = try tx.values("SELECT category_id FROM category_moderator WHERE member_id = \(member)", as: CategoryID.self)
    if was == role, Set(before) == Set(wanted) { return }
    try tx.run("DELETE FROM category_moderator WHERE member_id = \(member) AND NOT (category_id \(anyOf: wanted))")
    try tx.run(
      """
      INSERT INTO category_moderator (category_id, member_id) SELECT id, \(member) FROM category WHERE id \(anyOf: wanted)
      ON CONFLICT DO NOTHING
      """)
    try RoleChange(member: member, was: was, role: role, categories: wanted).write(by: actor, in: tx)
  }

  private func chosen(_ tx: Transaction) throws -> [CategoryID] {
    let found = try tx.values("SELECT id FROM category WHERE slug \(anyOf: categories.sorted()) ORDER BY id", as: CategoryID.self)
    guard found.count == categories.count else { throw ForumError.invalid("category", .categoryUnknown) }
    return found
  }

  /// One who is suspended, or could not sign in, could not look after anything.
  static func hasAnotherAdmin(than member: MemberID, in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      SELECT 1 FROM member WHERE role = \(Role.admin) AND id <> \(member) AND password_hash IS NOT NULL AND email_key IS NOT NULL
        AND (suspended_until IS NULL OR suspended_until <= \(tx.now))
      """)
  }
}

/// What every change of a role does besides.
struct RoleChange {
  let member: MemberID
  let was: Role
  let role: Role
  /// Nil where they stay as they are.
  var categories: [CategoryID]?

  func write(by actor: Actor, in tx: Transaction) throws {
    try tx.run("UPDATE member SET role = \(role) WHERE id = \(member)")
    try Sessions.endAll(of: member, in: tx)
    let places = categories.map { $0.isEmpty ? "" : " in \($0.map { String($0.rawValue) }.joined(separator: " "))" } ?? ""
    try tx.log(Act(.roleChange, by: .person(actor.id), member: member, detail: "\(was.rawValue) \(role.rawValue)\(places)"))
    try tx.record(Event(.memberRoleChanged, actor: actor.id, member: member, detail: role.rawValue))
  }
}

extension Role {
  /// Whether somebody of this role may act on somebody of the other: on lower ones alone, but for admins, who look after each other.
  func mayAct(on other: Role) -> Bool { self == .admin || other.rank < rank }
  /// Whether categories of one's own would add nothing.
  package var moderatesEverything: Bool { rank >= Role.moderator.rank }
  /// Roles stand in the order of their rank, as in the table `role`.
  package var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}
