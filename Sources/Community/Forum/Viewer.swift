import Database

/// Who reads or acts: the first argument of every read, and what permission is decided by.
package struct Viewer: Sendable, Hashable {
  /// Nil for a visitor.
  package let memberID: MemberID?
  package let role: Role
  package let actions: Actions
  /// Whether the mailed link was followed.
  package let isVerified: Bool
  /// Past the first 24 hours with two posts left standing.
  package let isSettled: Bool
  /// May read on and write to the staff, until a term ends.
  package var isSilenced = false
  /// The categories this member looks after; empty for almost everybody.
  package let moderated: [CategoryID]
  /// What they may do in those categories besides their own role's actions.
  let actionsThere: Actions

  package init(
    memberID: MemberID?, role: Role, actions: Actions, isVerified: Bool, isSettled: Bool, moderated: [CategoryID] = [],
    actionsThere: Actions = Actions()
  ) {
    self.memberID = memberID
    self.role = role
    self.actions = actions
    self.isVerified = isVerified
    self.isSettled = isSettled
    self.moderated = moderated
    self.actionsThere = actionsThere
  }

  /// Somebody who is not signed in.
  package static let visitor = Viewer(memberID: nil, role: .visitor, actions: Actions(), isVerified: false, isSettled: false)

  /// What somebody without an account will be once they have one: for showing where they will be able to ask.
  package static let newcomer = Viewer(memberID: nil, role: .member, actions: Actions(), isVerified: false, isSettled: false)

  package func may(_ action: Action) -> Bool { actions.contains(action) }
  /// Whether they may do it to a topic or post of that category, as what they are everywhere or as who looks after it.
  package func may(_ action: Action, in category: CategoryID) -> Bool {
    actions.contains(action) || (!moderated.isEmpty && actionsThere.contains(action) && moderated.contains(category))
  }
  /// Whether they may do it in one category at least.
  package func maySomewhere(_ action: Action) -> Bool {
    actions.contains(action) || (!moderated.isEmpty && actionsThere.contains(action))
  }
  /// Whether there is anything in the review queue that is theirs to decide on.
  package var decides: Bool { maySomewhere(.decide) }
  /// Whether this is the given member.
  package func isMember(_ id: MemberID) -> Bool { memberID == id }
}

/// A viewer who is signed in: what every use case that changes something asks for.
package struct Actor: Sendable, Hashable {
  package let id: MemberID
  package let viewer: Viewer

  /// Nil for a visitor.
  package init?(_ viewer: Viewer) {
    guard let id = viewer.memberID else { return nil }
    self.id = id
    self.viewer = viewer
  }

  package func may(_ action: Action) -> Bool { viewer.may(action) }
  /// As ``Viewer/may(_:in:)``.
  package func may(_ action: Action, in category: CategoryID) -> Bool { viewer.may(action, in: category) }
}
