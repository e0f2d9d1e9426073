import Community
import Pages
import Passwords

enum SetUpHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let losesCookies = !context.request.door.keepsCookies
    guard let token = context.linkToken else { throw ForumError.notFound }
    return try await context.page { maker, tx in
      guard try OfferSetUp.isGood(token, in: tx) else { throw ForumError.notFound }
      return SetUpPage(token: token.text, losesCookies: losesCookies, maker: maker)
    }
  }

  static func setUp(_ form: SetUpForm, _ context: SiteContext) async throws -> Reply {
    let losesCookies = !context.request.door.keepsCookies
    guard let token = context.linkToken, try await context.read({ try OfferSetUp.isGood(token, in: $0) }) else { throw ForumError.notFound }
    return try await context.filling(SetUpForm.fields) {
      let typed = try form.parse()
      let hash = try await context.services.passwords.hash(typed.password)
      let act = SetUp(
        token, siteName: typed.siteName, name: typed.name, email: typed.email, passwordHash: hash.encoded,
        categories: typed.categories.map { CreateCategory(name: $0) })
      let session = SecretToken(context.services.random)
      let opened = context.newSession(session)
      try await context.write { tx in
        let admin = try act.perform(in: tx)
        if let actor = try Viewer.find(admin, in: tx).flatMap(Actor.init) {
          var settings = try SiteSettings.load(in: tx)
          settings.description = typed.description.text
          try settings.save(by: actor, in: tx)
        }
        try Sessions.open(for: admin, opened, in: tx)
      }
      let door = context.request.door
      return .redirect(Paths.home, cookies: [.session(session, at: door), .flash("siteOpened", at: door)])
    } again: { state, maker, _ in
      SetUpPage(state, token: token.text, losesCookies: losesCookies, maker: maker)
    }
  }
}
