import Community
import Pages
import Pictures

/// What the community is called and how it looks.
enum SiteHandlers {
  /// What a logo is kept within: twice what pages show, for fine screens.
  private static let logoBox = PictureSize(480, 96)

  static func show(_ context: AdminContext) async throws -> Reply {
    try await context.page { maker, tx in SitePage(try SiteSettings.load(in: tx), maker: maker) }
  }

  static func save(_ form: SiteForm, _ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.filling(SiteForm.fields) {
      let typed = try form.parse()
      try await context.write { tx in
        var settings = try SiteSettings.load(in: tx)
        (settings.name, settings.description) = (typed.name.text, typed.description.text)
        (settings.accent, settings.company) = (typed.accent, typed.company)
        try settings.save(by: actor, in: tx)
      }
      return .redirect(Paths.site, cookies: [.flash("settingsSaved", at: context.request.door)])
    } again: { state, maker, tx in
      SitePage(try SiteSettings.load(in: tx), form: state, maker: maker)
    }
  }

  static func put(_ form: SitePictureForm, _ context: AdminContext) async throws -> Reply {
    let (kind, actor, services) = (try kind(context), context.actor, context.services)
    return try await context.filling(SitePictureForm.fields, prefix: SitePage.prefix(kind)) {
      let file = try form.bytes()
      let (picture, content) = try await SentPicture.made { try await made(file, as: kind, services) }
      try await context.write { tx in try picture.put(content, as: kind, by: actor, in: tx) }
      return .redirect(Paths.site, cookies: [.flash("settingsSaved", at: context.request.door)])
    } again: { state, maker, tx in
      SitePage(try SiteSettings.load(in: tx), form: state, maker: maker)
    }
  }

  static func remove(_ context: AdminContext) async throws -> Reply {
    let (kind, actor) = (try kind(context), context.actor)
    try await context.write { tx in try SitePicture.remove(kind, by: actor, in: tx) }
    return .redirect(Paths.site, cookies: [.flash("settingsSaved", at: context.request.door)])
  }

  private static func made(_ file: [UInt8], as kind: SitePicture.Kind, _ services: Services) async throws -> (SitePicture, [UInt8]) {
    let name = PictureName(services.random)
    if kind == .icon {
      let icon = try await services.pictures.icon(file)
      return (SitePicture(name, format: "png", width: MadeIcon.side, height: MadeIcon.side), icon.bytes)
    }
    let logo = try await services.pictures.picture(file, smallWithin: logoBox)
    let size = logo.size.fitting(logoBox)
    let format = logo.small == nil ? logo.format : .webp
    return (SitePicture(name, format: format.rawValue, width: size.width, height: size.height), logo.small ?? logo.bytes)
  }

  private static func kind(_ context: AdminContext) throws -> SitePicture.Kind {
    guard let kind = SitePicture.Kind(rawValue: context.request.parameter("kind") ?? "") else { throw ForumError.notFound }
    return kind
  }
}

/// The community's own colours and pictures: what is shown now, and nothing that was.
enum BrandHandlers {
  static func show(_ context: MachineContext) async throws -> Reply {
    let file = context.request.parameter("file") ?? ""
    if file.hasSuffix(".css") {
      guard let accent = try await context.read({ tx in try SiteSettings.load(in: tx).accent }), accent.sheetName == file else {
        throw ForumError.notFound
      }
      return .bytes(Array(accent.sheet.utf8), type: "text/css; charset=utf-8", cache: .forever)
    }
    guard let picture = try await context.read({ tx in try SitePicture.content(file, in: tx) }) else { throw ForumError.notFound }
    return .picture(picture.bytes, type: type(of: picture.format), tag: String(file.prefix { $0 != "." }), cache: .forever)
  }

  static func type(of format: String) -> String { format == "jpg" ? "image/jpeg" : "image/" + format }
}
