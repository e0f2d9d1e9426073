import Community
import Pages

enum SessionHandlers {
  static func end(_ context: MemberContext) async throws -> Reply {
    guard let id = context.request.parameter("id").flatMap({ SessionID($0) }) else { throw ForumError.notFound }
    let actor = context.actor
    try await context.write { tx in try EndSession(id).perform(by: actor, in: tx) }
    let door = context.request.door
    guard id == context.signedIn.sessionID else { return .redirect(Paths.settings, cookies: [.flash("sessionEnded", at: door)]) }
    return .redirect(Paths.home, cookies: [.endedSession(at: door), .flash("signedOut", at: door)])
  }

  static func endOthers(_ context: MemberContext) async throws -> Reply {
    let (actor, current) = (context.actor, context.signedIn.sessionID)
    try await context.write { tx in try EndSession.allOthers(than: current, by: actor, in: tx) }
    return .redirect(Paths.settings, cookies: [.flash("sessionsEnded", at: context.request.door)])
  }
}
