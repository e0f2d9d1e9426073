import Community
import Pages

/// What the company says of its community, for everybody; and accepting its terms.
package enum SiteTextRoutes {
  package static func add(to table: inout RouteTable) {
    for kind in SiteText.Kind.allCases where kind != .welcome && kind != .privacy {
      table.get(Paths.page(of: kind)) { (context: SiteContext) in
        try await context.page { maker, tx in
          guard let text = try SiteText.published(kind, in: tx) else { throw ForumError.notFound }
          return SiteTextPage(text, maker: maker)
        }
      }
    }
    table.get(Paths.acceptTerms, askForAcceptance)
    table.post(Paths.acceptTerms, AcceptTermsForm.self, accept)
  }

  /// Whoever is asked for nothing goes on.
  private static func askForAcceptance(_ context: MemberContext) async throws -> Reply {
    let (returnTo, actor) = (context.site.returnTo, context.actor)
    return try await context.reply { maker, tx in
      guard let terms = try TermsAcceptance.due(for: actor.id, in: tx) else { return .redirect(returnTo) }
      return .page(AcceptTermsPage(terms, returnTo: returnTo, maker: maker))
    }
  }

  private static func accept(_ form: AcceptTermsForm, _ context: MemberContext) async throws -> Reply {
    let (returnTo, actor) = (context.site.returnTo, context.actor)
    return try await context.filling(AcceptTermsForm.fields) {
      try await context.write { tx in try TermsAcceptance.accept(shown: form.shown, by: actor, in: tx) }
      return .redirect(returnTo, cookies: [.flash("termsAccepted", at: context.request.door)])
    } again: { state, maker, tx in
      guard let terms = try SiteText.published(.terms, in: tx) else { throw ForumError.notFound }
      return AcceptTermsPage(terms, form: state, returnTo: returnTo, maker: maker)
    }
  }
}

/// Which version of the terms somebody accepts.
struct AcceptTermsForm: Form {
  static let fields = [AccountFormFields.terms, AccountFormFields.returnTo]
  let shown: Int?
  init(_ values: FormValues) { shown = Int(values["terms"]) }
}
