package import Database

/// Gives a member another role, from the command line. Their sessions end, so that none goes on with the old rights.
package struct PromoteMember: Sendable {
  let email: EmailAddress
  let role: Role
  let firstCategories: [CreateCategory]
  /// `firstCategories` as in ``AddMember``.
  package init(_ email: EmailAddress, to role: Role, firstCategories: [CreateCategory] = []) {
    self.email = email
    self.role = role
    self.firstCategories = firstCategories
  }

  /// Throws ``ForumError/notFound``, and ``ForumError/forbidden(_:)`` `notAllowed` rather than leave the site without an admin.
  @discardableResult package func perform(in tx: Transaction) throws -> MemberID {
    if role == .visitor { throw ForumError.invalid("role", .choiceUnknown) }
    let found = try tx.first("SELECT id, role FROM member WHERE email_key = \(email.key)") { row in
      (id: try row.next(MemberID.self), role: try row.next(Role.self))
    }
    guard let found else { throw ForumError.notFound }
    if found.role == role { return found.id }
    if found.role == .admin, try !ChangeRole.hasAnotherAdmin(than: found.id, in: tx) {
      throw ForumError.forbidden(.notAllowed)
    }
    try tx.run("UPDATE member SET role = \(role) WHERE id = \(found.id)")
    if role.moderatesEverything { try tx.run("DELETE FROM category_moderator WHERE member_id = \(found.id)") }
    try Sessions.endAll(of: found.id, in: tx)
    try tx.log(Act(.roleChange, by: .machine, member: found.id, detail: "\(found.role.rawValue) \(role.rawValue)"))
    if role == .admin { try SiteSettings.open(by: found.id, firstCategories, in: tx) }
    try tx.record(Event(.memberRoleChanged, member: found.id, detail: role.rawValue))
    return found.id
  }
}
