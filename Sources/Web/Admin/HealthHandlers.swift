import Community
import Database
import Pages

/// Whether the server keeps up.
enum HealthHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let (services, actor) = (context.services, context.actor)
    let (machine, backups, reactions) = (services.machine(), services.backups(), await services.health.reactions())
    return try await context.page { maker, tx in
      HealthPage(
        try WaitingWork.load(for: actor, in: tx), machine: machine, reactions: reactions, statements: services.health.statements.list,
        backups: backups, maker: maker)
    }
  }
}
