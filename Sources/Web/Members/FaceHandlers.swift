import Community
import Pages
import Pictures

/// The picture a member gives of themselves.
enum FaceHandlers {
  static func give(_ form: FaceForm, _ context: MemberContext) async throws -> Reply {
    try await SettingsHandlers.changing(.face, FaceForm.fields, context) { actor in
      let file = try form.bytes()
      try await context.write { tx in try AddPicture.checkMayTry(actor, in: tx) }
      let services = context.services
      let made = try await SentPicture.made { try await services.pictures.face(file) }
      let name = FaceName(PictureName(services.random))
      let add = AddFace(name, bytes: made.small.count + made.large.count)
      try await context.write { tx in try add.perform(by: actor, in: tx) }
      try await SentPicture.kept([(name.small, made.small), (name.large, made.large)], services)
      try await context.write { tx in try SetFace(name).perform(by: actor, in: tx) }
      return "faceSaved"
    }
  }

  static func takeOff(_ context: MemberContext) async throws -> Reply {
    try await context.write { tx in try SetFace(nil).perform(by: context.actor, in: tx) }
    return .redirect(Paths.settings, cookies: [.flash("faceRemoved", at: context.request.door)])
  }
}
