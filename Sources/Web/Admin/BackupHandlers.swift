import Community
import Pages

/// The page about backups.
enum BackupHandlers {
  static func show(_ context: AdminContext) async throws -> Reply {
    let kept = context.services.backups()
    return try await context.page { maker, tx in
      BackupsPage(kept, run: try BackupRun.load(in: tx), settings: try BackupSettings.load(in: tx), maker: maker)
    }
  }

  static func save(_ form: BackupForm, _ context: AdminContext) async throws -> Reply {
    let (kept, actor) = (context.services.backups(), context.actor)
    return try await context.filling(BackupForm.fields) {
      let settings = try form.parse()
      try await context.write { tx in try settings.save(by: actor, in: tx) }
      return .redirect(Paths.backups, cookies: [.flash("backupsSaved", at: context.request.door)])
    } again: { state, maker, tx in
      BackupsPage(kept, run: try BackupRun.load(in: tx), settings: try BackupSettings.load(in: tx), form: state, maker: maker)
    }
  }

  static func make(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in try BackupRun.ask(by: actor, in: tx) }
    return .redirect(Paths.backups, cookies: [.flash("backupAsked", at: context.request.door)])
  }
}
