import Community
import Pages

enum SignUpHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    if context.signedIn != nil { return .redirect(returnTo) }
    return try await context.page { maker, _ in SignUpPage(returnTo: returnTo, losesCookies: losesCookies, maker: maker) }
  }

  static func join(_ form: SignUpForm, _ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    return try await context.filling(SignUpForm.fields) {
      let account = try await AccountInPassing.joining(form.values, context)
      try await context.write { tx in _ = try account.perform(in: tx) }
      // Whoever came for something goes on to that.
      return .redirect(returnTo == Paths.home ? Paths.welcome : returnTo, cookies: [account.cookie])
    } again: { state, maker, _ in
      SignUpPage(state, returnTo: returnTo, losesCookies: losesCookies, maker: maker)
    }
  }
}

extension SiteContext {
  /// Where signing in leads: a place on this site, by the form or the address; home otherwise.
  var returnTo: String {
    let raw = request.method == .post ? request.form["return_to"] : request.query("return_to") ?? ""
    return ReturnPath(raw)?.text ?? Paths.home
  }
}
