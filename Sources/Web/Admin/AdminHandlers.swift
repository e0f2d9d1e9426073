import Community
import Pages

/// Where those who look after the community begin.
enum AdminHandlers {
  /// Who looks after nothing finds nothing here; whoever looks after some categories only is no less at home.
  static func show(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    guard AdminPage.isFor(context.viewer) else { throw ForumError.notFound }
    let backups = actor.may(.manageSite) ? context.services.backups() : nil
    let isReachedSafely = context.isReachedSafely
    return try await context.page { maker, tx in
      let waiting = actor.viewer.decides ? try ReviewQueue.count(for: actor, in: tx) : nil
      let overdue = backups == nil ? 0 : try UnsentMail.overdue(in: tx)
      return AdminPage(
        waiting: waiting.map { AdminPage.Waiting(all: $0.all, accounts: $0.accounts) },
        running: try backups.map { backups in
          let opening = try OpeningDay.load(backups: backups, isReachedSafely: isReachedSafely, in: tx)
          return AdminPage.Running(backups: backups, overdueMail: overdue, opening: opening)
        }, maker: maker)
    }
  }
}
