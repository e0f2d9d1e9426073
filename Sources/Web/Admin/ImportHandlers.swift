import Community
import Pages

/// Forums that are brought here.
enum ImportHandlers {
  static func list(_ context: AdminContext) async throws -> Reply {
    let (actor, folder) = (context.actor, folder(context))
    return try await context.page { maker, tx in ImportsPage(try ImportJob.all(for: actor, in: tx), folder, maker: maker) }
  }

  static func start(_ form: ImportForm, _ context: AdminContext) async throws -> Reply {
    let (actor, folder) = (context.actor, folder(context))
    return try await context.filling(ImportForm.fields) {
      let order = try await form.parse(context.services.imports.look)
      let id = try await context.write { tx in try StartImport(order).perform(by: actor, in: tx) }
      form.keepArchive()
      return .redirect(Paths.importJob(id), cookies: [.flash("importStarted", at: context.request.door)])
    } again: { state, maker, tx in
      ImportsPage(try ImportJob.all(for: actor, in: tx), folder, form: state, maker: maker)
    }
  }

  static func show(_ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context), context.actor)
    return try await context.page { maker, tx in try ImportPage(ImportJob.find(id, for: actor, in: tx), in: tx, maker: maker) }
  }

  static func stop(_ context: AdminContext) async throws -> Reply { try await steer(.stop, "importStopped", context) }
  static func goOn(_ context: AdminContext) async throws -> Reply { try await steer(.goOn, "importGoesOn", context) }

  private static func steer(_ way: SteerImport.Way, _ said: String, _ context: AdminContext) async throws -> Reply {
    let (id, actor) = (try id(context), context.actor)
    return try await context.filling(NoFields.fields) {
      try await context.write { tx in try SteerImport(id, way).perform(by: actor, in: tx) }
      return .redirect(Paths.importJob(id), cookies: [.flash(said, at: context.request.door)])
    } again: { state, maker, tx in
      try ImportPage(ImportJob.find(id, for: actor, in: tx), form: state, in: tx, maker: maker)
    }
  }

  private static func folder(_ context: AdminContext) -> ImportsPage.Folder {
    ImportsPage.Folder(path: context.services.imports.folder, names: context.services.imports.names(), mostBytes: ImportDoor.mostSent)
  }

  private static func id(_ context: AdminContext) throws -> ImportJobID {
    guard let id = ImportJobID(context.request.parameter("id") ?? "") else { throw ForumError.notFound }
    return id
  }
}
