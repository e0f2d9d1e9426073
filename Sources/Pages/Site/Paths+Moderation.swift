package import Community

/// Addresses of keeping order: reports, the queue, the log, decisions, and where topics belong.
extension Paths {
  package static let moderation = "/moderation"
  package static let nextReview = "/moderation/next"
  package static let reviewPattern = "/moderation/:id"
  package static let claimReviewPattern = "/moderation/:id/claim"
  package static let releaseReviewPattern = "/moderation/:id/release"
  package static let secondLookPattern = "/moderation/:id/second-look"
  package static let wave = "/moderation/wave"
  package static let log = "/admin/log"
  package static let logFile = "/admin/log.csv"
  package static let undoActPattern = "/admin/log/:id/undo"
  package static let reportPostPattern = "/p/:id/report"
  package static let reportMemberPattern = "/m/:handle/report"
  package static let moderatePostPattern = "/p/:id/moderate"
  package static let moderateMemberPattern = "/m/:handle/moderate"
  package static let conduct = "/conduct"
  package static let slowPattern = "/t/:id/slow"
  package static let closePattern = "/t/:id/close"
  package static let openPattern = "/t/:id/open"
  package static let arrangePattern = "/moderation/topics/:id"
  package static let movePattern = "/moderation/topics/:id/move"
  package static let mergePattern = "/moderation/topics/:id/merge"
  package static let duplicatePattern = "/moderation/topics/:id/duplicate"
  package static let splitPattern = "/moderation/topics/:id/split"
  package static func arrange(_ id: TopicID) -> String { "/moderation/topics/\(id.rawValue)" }
  package static let decisions = "/decisions"
  package static let decisionPattern = "/decisions/:id"
  package static let decisionLinkPattern = "/decisions/link/:token"
  package static func review(_ id: ReviewID) -> String { "/moderation/\(id.rawValue)" }
  package static func act(_ act: String, on id: ReviewID) -> String { review(id) + "/" + act }
  /// What waits and shares something.
  package static func wave(_ kind: String, _ value: String) -> String { "/moderation/wave?kind=\(kind)&value=\(encoded(value))" }
  package static func undo(_ act: ActID) -> String { "/admin/log/\(act.rawValue)/undo" }
  package static func reportMember(_ handle: String) -> String { member(handle) + "/report" }
  package static func moderateMember(_ handle: String) -> String { member(handle) + "/moderate" }
  package static func decision(_ act: ActID) -> String { "/decisions/\(act.rawValue)" }
  package static func decision(token: String) -> String { "/decisions/link/\(token)" }
}
