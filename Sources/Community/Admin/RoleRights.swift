package import Database

/// What the table of roles and actions says, for the page that shows it and the act that changes it.
package struct RoleRights: Sendable, Equatable {
  /// That a role may do something.
  package struct Grant: Sendable, Hashable {
    package let role: Role
    package let action: Action
    package init(_ role: Role, _ action: Action) { (self.role, self.action) = (role, action) }
    /// As a form sends it and the log keeps it.
    package var text: String { "\(role.rawValue).\(action.rawValue)" }
  }

  package let grants: Set<Grant>
  package init(_ grants: Set<Grant>) { self.grants = grants }

  /// The roles whose actions an admin decides. A visitor has none, and an admin all: else there might be nobody left to put it right.
  package static let roles: [Role] = [.member, .helper, .staff, .moderator]

  /// Throws ``ForumError/notFound`` for who does not manage members.
  package static func load(for actor: Actor, in tx: Transaction) throws -> RoleRights {
    guard actor.may(.manageMembers) else { throw ForumError.notFound }
    return try load(in: tx)
  }

  static func load(in tx: Transaction) throws -> RoleRights {
    let rows = try tx.all("SELECT role, action FROM role_action") { row in (try row.next(String.self), try row.next(String.self)) }
    return RoleRights(
      Set(
        rows.compactMap { role, action in
          guard let role = Role(rawValue: role), let action = Action(rawValue: action) else { return nil }
          return Grant(role, action)
        }))
  }

  /// Those an admin may decide, in the order of the page.
  package static let changeable: [Grant] = Action.allCases.flatMap { action in roles.filter(action.isGrantable).map { Grant($0, action) } }

  /// Tells one state of what can be changed from another: two admins who change it at once do not undo each other unseen.
  package var mark: String {
    // FNV-1a, by Fowler, Noll and Vo, in the public domain.
    let text = Self.changeable.filter(grants.contains).map(\.text).joined(separator: " ")
    let hash = text.utf8.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }
}

extension Action {
  /// Whether a role may be given it. What nobody may be given (to read what was not reported, another's address or password, to act on a
  /// higher role, to edit the log) is no action at all.
  package func isGrantable(to role: Role) -> Bool {
    switch self {
    case .openTopic, .reply, .remark, .vote, .meToo, .converse, .createTags: [.member, .helper, .staff, .moderator].contains(role)
    case .editTags, .proposeDuplicates, .confirmDuplicates, .acceptAny, .announce, .skipLimits, .beTold:
      [.helper, .staff, .moderator].contains(role)
    // A helper sees nothing private and restricts nobody.
    case .editAny, .deleteAny, .seeDeleted, .hideAny, .closeAny, .moveAny, .answerPrivately, .seeTrust, .nameHelpers:
      [.staff, .moderator].contains(role)
    case .verifyCustomers: role == .staff
    case .readReported, .decide, .restrictMembers, .readLog: role == .moderator
    case .manageCategories, .manageMembers, .manageSite, .eraseMembers, .mergeMembers: false
    }
  }
}
