import Community
import Database
import Pages

/// The texts of the company about its community.
enum TextHandlers {
  static func list(_ context: AdminContext) async throws -> Reply {
    let actor = context.actor
    return try await context.page { maker, tx in TextsPage(try SiteText.all(by: actor, in: tx), maker: maker) }
  }

  static func show(_ context: AdminContext) async throws -> Reply {
    let (kind, actor) = (try kind(context), context.actor)
    return try await context.page { maker, tx in TextPage(kind, try SiteText.find(kind, by: actor, in: tx), maker: maker) }
  }

  static func publish(_ form: SiteTextForm, _ context: AdminContext) async throws -> Reply {
    let (kind, actor) = (try kind(context), context.actor)
    return try await context.filling(SiteTextForm.fields) {
      let publish = try form.parse(kind)
      if form.isPreview {
        let state = context.typed(SiteTextForm.fields)
        return try await context.page { maker, tx in
          TextPage(kind, try SiteText.find(kind, by: actor, in: tx), form: state, preview: publish.body, maker: maker)
        }
      }
      try await context.write { tx in try publish.perform(by: actor, in: tx) }
      return .redirect(Paths.text(kind), cookies: [.flash("textPublished", at: context.request.door)])
    } again: { state, maker, tx in
      TextPage(kind, try SiteText.find(kind, by: actor, in: tx), form: state, maker: maker)
    }
  }

  static func takeOff(_ context: AdminContext) async throws -> Reply {
    let (kind, actor) = (try kind(context), context.actor)
    try await context.write { tx in try TakeOffSiteText(kind).perform(by: actor, in: tx) }
    return .redirect(Paths.text(kind), cookies: [.flash("textTakenOff", at: context.request.door)])
  }

  static func history(_ context: AdminContext) async throws -> Reply {
    let (kind, actor) = (try kind(context), context.actor)
    let before = try context.request.query("before").map { raw in
      guard let number = Int(raw), number > 0 else { throw ForumError.notFound }
      return number
    }
    return try await context.page { maker, tx in
      TextHistoryPage(try SiteTextHistory.load(kind, before: before, by: actor, in: tx), kind, isFirst: before == nil, maker: maker)
    }
  }

  private static func kind(_ context: AdminContext) throws -> SiteText.Kind {
    guard let kind = SiteText.Kind(rawValue: context.request.parameter("kind") ?? "") else { throw ForumError.notFound }
    return kind
  }
}

/// A text as it was typed, and the version it began with.
struct SiteTextForm: Form {
  static let fields = [
    FormField("siteText", maximumBytes: PostBody.mostBytes * 2), FormField("version", maximumBytes: 10),
    FormField("asksAnew", maximumBytes: 3), FormField("preview", maximumBytes: 3),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var isPreview: Bool { values.has("preview") }

  /// Rendered here, before any write. Throws what is wrong with it.
  func parse(_ kind: SiteText.Kind) throws -> PublishSiteText {
    var reader = FormReader(values)
    let body = reader.read("siteText") { (raw) throws(Problem) in try PostBody(siteText: raw) }
    guard let body, reader.isRight else { throw reader.failure }
    return PublishSiteText(kind, body, since: Int(values["version"]) ?? 0, asksAnew: values.has("asksAnew"))
  }
}
