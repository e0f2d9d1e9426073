package import Database

/// Names a member a helper, or takes that back: by staff, never by counting points.
package struct NameHelper: Sendable {
  let member: MemberID
  let wanted: Bool
  package init(_ member: MemberID, wanted: Bool) { (self.member, self.wanted) = (member, wanted) }

  /// Does nothing where it is so already. Throws ``ForumError/forbidden(_:)`` `higherRole` for who is more than a helper.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.nameHelpers) else { throw ForumError.forbidden(.notAllowed) }
    guard try MemberSheet.isThere(member, in: tx), let was: Role = try tx.value("SELECT role FROM member WHERE id = \(member)") else {
      throw ForumError.notFound
    }
    let role = wanted ? Role.helper : .member
    if was == role { return }
    guard [.member, .helper].contains(was), actor.viewer.role.mayAct(on: .helper) else { throw ForumError.forbidden(.higherRole) }
    try RoleChange(member: member, was: was, role: role).write(by: actor, in: tx)
  }
}
