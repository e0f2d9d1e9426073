package import Community

/// Addresses of people who may like to meet.
extension Paths {
  package static let people = "/people"
  /// What a member lets matching do.
  package static let matchChoices = "/people/choices"
  /// Every fact that is used about oneself.
  package static let matchFacts = "/people/reasons"
  package static let useTopicPattern = "/people/reasons/topics/:id"
  package static func useTopic(_ id: TopicID) -> String { "/people/reasons/topics/\(id.rawValue)" }
  package static let useInterestPattern = "/people/reasons/tags/:id"
  package static func useInterest(_ id: TopicTagID) -> String { "/people/reasons/tags/\(id.rawValue)" }
  /// Not wanting somebody suggested, and taking that back.
  package static let passByPattern = "/m/:handle/pass"
  package static func passBy(_ handle: String) -> String { "/m/\(handle)/pass" }
  package static let suggestAgainPattern = "/m/:handle/suggest-again"
  package static func suggestAgain(_ handle: String) -> String { "/m/\(handle)/suggest-again" }
  package static let welcomePeople = "/welcome/people"
  /// Marking what is sensitive.
  package static let sensitiveCategoryPattern = "/admin/categories/:id/sensitive"
  package static let sensitiveTagPattern = "/admin/tags/:id/sensitive"
}
