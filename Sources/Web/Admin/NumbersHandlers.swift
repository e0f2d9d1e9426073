import Community
import Pages

/// What the last weeks came to.
enum NumbersHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in NumbersPage(try WeekNumbers.load(for: actor, in: tx), maker: maker) }
  }
}
