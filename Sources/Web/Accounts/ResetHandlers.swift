import Community
import Database
import Pages
import Passwords

enum ResetHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let isSent = context.request.query("sent") != nil
    return try await context.reply { maker, _ in
      isSent ? .page(PassingPage(.resetSent, maker: maker)) : .page(ResetPage(maker: maker))
    }
  }

  /// The answer is the same whether or not anybody has the address.
  static func ask(_ form: ResetForm, _ context: SiteContext) async throws -> Reply {
    try await context.filling(ResetForm.fields) {
      let asked = AskForReset(email: try form.email(), address: context.request.address)
      try await context.write { tx in try asked.perform(in: tx) }
      return .redirect(Paths.reset + "?sent=1")
    } again: { state, maker, _ in
      ResetPage(state, maker: maker)
    }
  }

  static func open(_ context: SiteContext) async throws -> Reply {
    let token = context.linkToken
    return try await context.reply { maker, tx in
      guard let token, try AccountTokens.holder(token, .reset, in: tx) != nil else { return .expired(maker) }
      return .page(NewPasswordPage(token: token.text, maker: maker))
    }
  }

  static func choose(_ form: NewPasswordForm, _ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken, let words = try await namesOfHolder(token, context) else { return try await context.expiredPage() }
    return try await context.filling(NewPasswordForm.fields) {
      let hash = try await context.services.passwords.hash(try form.password(notLike: words))
      let session = SecretToken(context.services.random)
      let opened = context.newSession(session)
      try await context.write { tx in
        let member = try ResetPassword(token, newHash: hash.encoded).perform(in: tx)
        if try Viewer.find(member, in: tx) != nil { try Sessions.open(for: member, opened, in: tx) }
      }
      let door = context.request.door
      return .redirect(Paths.home, cookies: [.session(session, at: door), .flash("passwordChanged", at: door)])
    } again: { state, maker, _ in
      NewPasswordPage(state, token: token.text, maker: maker)
    }
  }

  /// What the new password must not be; nil when the link is not good.
  private static func namesOfHolder(_ token: SecretToken, _ context: SiteContext) async throws -> [String]? {
    try await context.read { tx in
      guard let holder = try AccountTokens.holder(token, .reset, in: tx) else { return nil }
      return [holder.address, try SiteSettings.load(in: tx).name]
    }
  }
}

extension SiteContext {
  /// The secret of a mailed link, from its address.
  var linkToken: SecretToken? { request.parameter("token").flatMap { SecretToken(presented: $0) } }

  /// Says that a link is not good any more.
  func expiredPage(_ kind: PassingPage.Kind = .linkExpired) async throws -> Reply { try await reply { maker, _ in .expired(maker, kind) } }
}

extension Reply {
  static func expired(_ maker: PageMaker, _ kind: PassingPage.Kind = .linkExpired) -> Reply {
    .page(PassingPage(kind, maker: maker), status: .gone)
  }
}
