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
  /// Working on the review queue; hiding and showing; closing and opening; moving, merging and splitting; silencing, suspending and warning.
  case decide, hideAny, closeAny, moveAny, restrictMembers, readLog
  case editTags, proposeDuplicates, confirmDuplicates
  case seeTrust, nameHelpers, verifyCustomers
  case manageCategories, manageMembers, manageSite, eraseMembers, mergeMembers

  /// What others would read or count: what a member who is silenced may not do.
  static let ofVoices: [Action] = [.openTopic, .reply, .remark, .vote, .meToo]
}

extension Action {
  /// Done to topics and posts of one category: what a moderator of some categories may do in those.
  package static let ofCategories: Set<Action> = [
    .acceptAny, .announce, .editAny, .deleteAny, .seeDeleted, .decide, .hideAny, .closeAny, .moveAny, .readLog, .editTags,
    .proposeDuplicates, .confirmDuplicates,
  ]
}

/// The actions of one viewer.
package struct Actions: Sendable, Hashable {
  private var bits: UInt64 = 0
  /// Names that this program does not know are ignored, so that a newer table harms no older program.
  package init(_ names: some Sequence<String>) { for name in names { if let action = Action(rawValue: name) { insert(action) } } }
  package init() {}
  /// Those of them that are done to topics and posts of one category.
  func ofCategories() -> Actions {
    var some = Actions()
    for action in Action.ofCategories where contains(action) { some.insert(action) }
    return some
  }
  package func contains(_ action: Action) -> Bool { bits & Actions.bit(action) != 0 }
  func subtracting(_ taken: [Action]) -> Actions {
    var rest = self
    for action in taken { rest.bits &= ~Actions.bit(action) }
    return rest
  }
  private mutating func insert(_ action: Action) { bits |= Actions.bit(action) }
  private static func bit(_ action: Action) -> UInt64 { 1 << UInt64(Action.allCases.firstIndex(of: action) ?? 63) }
}
