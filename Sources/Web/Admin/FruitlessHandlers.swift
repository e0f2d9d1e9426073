import Community
import Pages

/// What was looked for and not found, for those who can write it.
enum FruitlessHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in
      FruitlessPage(
        try FruitlessSearch.all(for: actor, in: tx), spared: try SparedQuestions.all(for: actor, in: tx),
        searchDays: try PlainSetting.searchDays.value(in: tx), maker: maker)
    }
  }
}
