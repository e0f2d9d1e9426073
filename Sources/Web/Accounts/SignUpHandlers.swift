import Community
import Database
import Pages

enum SignUpHandlers {
  static func show(_ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    if context.signedIn != nil { return .redirect(returnTo) }
    let invitation = context.request.query("by")
    return try await context.page { maker, tx in
      SignUpPage(through: try door(invitation, in: tx), returnTo: returnTo, losesCookies: losesCookies, maker: maker)
    }
  }

  static func join(_ form: SignUpForm, _ context: SiteContext) async throws -> Reply {
    let (returnTo, losesCookies) = (context.returnTo, !context.request.door.keepsCookies)
    return try await context.filling(SignUpForm.fields) {
      let account = try await AccountInPassing.joining(form.values, context)
      // Whoever has an account and joins again is signed in, and asked what anybody is who signs in.
      let isAsked = try await context.write { tx in try TermsAcceptance.due(for: account.perform(in: tx).id, in: tx) != nil }
      // Whoever came for something goes on to that.
      let path = returnTo == Paths.home ? Paths.welcome : returnTo
      return .redirect(isAsked ? Paths.acceptTerms(returnTo: path) : path, cookies: [account.cookie])
    } again: { [by = form.values["by"]] state, maker, tx in
      let way = try door(by.isEmpty ? nil : by, in: tx)
      return SignUpPage(state, through: way, returnTo: returnTo, losesCookies: losesCookies, maker: maker)
    }
  }

  private static func door(_ invitation: String?, in tx: Transaction) throws -> SignUpPage.Door {
    let token = invitation.flatMap { SecretToken(presented: $0) }
    return SignUpPage.Door(
      try SignUpSettings.load(in: tx).mode, invitation: invitation, isInvited: try token.map { try Invitation.isGood($0, in: tx) } ?? false)
  }
}

extension SiteContext {
  /// Where signing in leads: a place on this site, by the form or the address; home otherwise.
  var returnTo: String {
    let raw = request.method == .post ? request.form["return_to"] : request.query("return_to") ?? ""
    return ReturnPath(raw)?.text ?? Paths.home
  }
}
