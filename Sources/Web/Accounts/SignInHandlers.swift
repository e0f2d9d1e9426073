import Community
import Pages

enum SignInHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    if context.signedIn != nil { return .redirect(returnTo) }
    return try await context.page { maker, _ in SignInPage(returnTo: returnTo, losesCookies: losesCookies, maker: maker) }
  }

  static func signIn(_ form: SignInForm, _ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    return try await context.filling(SignInForm.fields) {
      let account = try await AccountInPassing.signingIn(form.values, context)
      let isAsked = try await context.write { tx in
        let actor = try account.perform(in: tx)
        return try TermsAcceptance.due(for: actor.id, in: tx) != nil
      }
      return .redirect(isAsked ? Paths.acceptTerms(returnTo: returnTo) : returnTo, cookies: [account.cookie])
    } again: { state, maker, _ in
      SignInPage(state, returnTo: returnTo, losesCookies: losesCookies, maker: maker)
    }
  }

  /// For somebody whose session ended meanwhile too: what they want is to be signed out.
  static func signOut(_ context: SiteContext) async throws -> Reply {
    if let token = context.request.sessionToken { try await context.write { tx in try Sessions.end(token, in: tx) } }
    let door = context.request.door
    return .redirect(Paths.home, cookies: [.endedSession(at: door), .flash("signedOut", at: door)])
  }
}
