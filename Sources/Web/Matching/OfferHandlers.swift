import Community
import Pages

/// Questions that are offered.
enum OfferHandlers {
  static func notMe(_ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    try await context.write { tx in try DeclineOffer(topic).perform(by: context.actor, in: tx) }
    let flash = Cookie.flash("offerDeclined", undo: Paths.act("offer-again", on: topic), at: context.request.door)
    return .redirect(Paths.topicBare(topic), cookies: [flash])
  }

  static func again(_ context: MemberContext) async throws -> Reply {
    let topic = try TopicAddress.topic(context.request)
    try await context.write { tx in try DeclineOffer(topic, wanted: false).perform(by: context.actor, in: tx) }
    return .redirect(Paths.topicBare(topic), cookies: [.flash("offerBack", at: context.request.door)])
  }
}

/// Addresses about questions that are offered, for the table of routes.
package enum OfferRoutes {
  /// Adds them.
  package static func add(to table: inout RouteTable) {
    table.post(Paths.notMePattern, OfferHandlers.notMe)
    table.post(Paths.offerAgainPattern, OfferHandlers.again)
  }
}
