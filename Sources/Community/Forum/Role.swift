import Database

/// What a member is to the company; each role's actions are rows of `role_action`.
package enum Role: String, Sendable, CaseIterable, SQLConvertible {
  case visitor, member, helper, staff, moderator, admin

  /// Whether the company speaks through this member: shown as a badge that only the server draws.
  package var isOfTheCompany: Bool { self == .staff || self == .admin }
}

/// Something a role may be allowed to do. Denied unless the table lists it.
package enum Action: String, Sendable, CaseIterable {
  case openTopic, reply, remark, vote, meToo, converse
  case createTags, acceptAny, skipLimits, beTold, announce, answerPrivately
  case editAny, deleteAny, seeDeleted, readReported
  case manageCategories, manageMembers, manageSite
}

/// The actions of one viewer.
package struct Actions: Sendable, Hashable {
  private var bits: UInt64 = 0
  /// Names that this program does not know are ignored, so that a newer table harms no older program.
  package init(_ names: some Sequence<String>) { for name in names { if let action = Action(rawValue: name) { insert(action) } } }
  package init() {}
  package func contains(_ action: Action) -> Bool { bits & Actions.bit(action) != 0 }
  private mutating func insert(_ action: Action) { bits |= Actions.bit(action) }
  private static func bit(_ action: Action) -> UInt64 { 1 << UInt64(Action.allCases.firstIndex(of: action) ?? 63) }
}
