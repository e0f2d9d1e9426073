import Community
import Pages

/// Links that confirm something. A GET only shows the button: programs that read mail open links too.
enum LinkHandlers {
  static func askForVerification(_ context: MemberContext) async throws -> Reply {
    let actor = context.actor
    try await context.write { tx in try AskForVerification().perform(by: actor, in: tx) }
    return .redirect(Paths.settings, cookies: [.flash("verificationSent", at: context.request.door)])
  }

  static func openVerification(_ context: SiteContext) async throws -> Reply {
    let token = context.linkToken
    return try await context.reply { maker, tx in
      guard let token, let holder = try AccountTokens.holder(token, .verify, in: tx) else { return .expired(maker, .verifyExpired) }
      return .page(ConfirmPage(.verify, address: holder.address, path: Paths.verify(token: token.text), maker: maker))
    }
  }

  static func verify(_ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken else { return try await context.expiredPage(.verifyExpired) }
    do { try await context.write { tx in _ = try VerifyEmail(token).perform(in: tx) } } catch ForumError.invalid {
      return try await context.expiredPage(.verifyExpired)
    }
    return .redirect(Paths.home, cookies: [.flash("emailVerified", at: context.request.door)])
  }

  static func openEmailChange(_ context: SiteContext) async throws -> Reply {
    let token = context.linkToken
    return try await context.reply { maker, tx in
      guard let token, let holder = try AccountTokens.holder(token, .changeEmail, in: tx) else { return .expired(maker, .verifyExpired) }
      return .page(ConfirmPage(.changeEmail, address: holder.address, path: Paths.email(token: token.text), maker: maker))
    }
  }

  static func changeEmail(_ context: SiteContext) async throws -> Reply {
    guard let token = context.linkToken else { return try await context.expiredPage(.verifyExpired) }
    do { try await context.write { tx in _ = try ConfirmEmailChange(token).perform(in: tx) } } catch ForumError.invalid {
      return try await context.expiredPage(.verifyExpired)
    }
    return .redirect(Paths.home, cookies: [.flash("emailChanged", at: context.request.door)])
  }
}
