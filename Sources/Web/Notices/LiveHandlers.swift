import Community
import Database
import Pages

/// The bell of an open page.
enum LiveHandlers {
  static func listen(_ context: MemberContext) async throws -> EventStream {
    let (services, session, member, now) = (context.services, context.signedIn.sessionID, context.actor.id, context.now)
    guard services.bells.hasRoom(for: member) else { throw ForumError.tooSoon(.streams, until: now + .minutes(1)) }
    let words = context.site.edition.words
    // Browsers that lost the server together do not come back together.
    let retry = 2_000 + services.random(2).reduce(0) { $0 << 8 | Int($1) } % 6_000
    return EventStream {
      await services.bells.open(session, of: member) { event in
        switch event {
        case .unread(let count):
          .init("retry: \(retry)\nevent: bell\ndata: \(BellText(count).number)\ndata: \(BellText(count).sentence(words))\n\n")
        case .nothing: .init(":\n\n")
        case .ended: .init("event: end\ndata:\n\n", isLast: true)
        }
      }
    }
  }
}
