package import Community

extension Paths {
  /// Which role may do what.
  package static let roles = "/admin/roles"
  /// Whose address makes them a customer.
  package static let customers = "/admin/customers"
  package static let memberCustomerPattern = "/admin/members/:id/customer"
  /// What those who look after the community may open.
  package static let admin = "/admin"
  package static let members = "/admin/members"
  package static let membersFile = "/admin/members.csv"
  package static let memberSheetPattern = "/admin/members/:id"
  package static let memberRolePattern = "/admin/members/:id/role"
  package static let memberNotesPattern = "/admin/members/:id/notes"
  package static let removeNotePattern = "/admin/members/:id/notes/:note/remove"
  package static let memberSessionsEndPattern = "/admin/members/:id/sessions/end"
  package static let memberSessionEndPattern = "/admin/members/:id/sessions/:session/end"
  package static let memberClaimPattern = "/admin/members/:id/claim"
  package static let memberExportPattern = "/admin/members/:id/export"
  package static let memberMergePattern = "/admin/members/:id/merge"
  package static let memberHelperPattern = "/admin/members/:id/helper"
  /// What the people of the house may know of a member.
  package static func memberSheet(_ id: MemberID) -> String { "/admin/members/\(id.rawValue)" }
  package static func act(_ act: String, on id: MemberID) -> String { "\(memberSheet(id))/\(act)" }
  package static let tidyPattern = "/tidy/:id"
  package static let tidyTagsPattern = "/tidy/:id/tags"
  package static let tidyRepeatsPattern = "/tidy/:id/repeats"
  package static let tidySettlePattern = "/tidy/:id/settle"
  package static let tidyEndPattern = "/tidy/:id/end"
  /// Where a topic's tags and what it repeats are put right.
  package static func tidy(_ id: TopicID) -> String { "/tidy/\(id.rawValue)" }
  package static func tidy(_ act: String, _ id: TopicID) -> String { "/tidy/\(id.rawValue)/\(act)" }
}
