import Community
import Database
import HTTPTypes
import Pages

/// What a visitor gets who asks for something only members may do. A GET goes on to sign-in and back. What was typed into a form is
/// shown again with a button that sends it once more, after signing in beside it.
enum SignInFirst {
  static func answer(_ site: SiteContext, fields: [FormField]) async throws -> Answer {
    guard site.request.method == .post else { return redirect(site) }
    let typed = site.request.form.shown(fields)
    let page = try await site.read { tx in
      SignInFirstPage(typed: typed, resendPath: site.request.fullPath, maker: try Frames.maker(site, in: tx))
    }
    var answer = Answer(html: try site.edition.render(page), status: 401)
    answer.cache(.never)
    return answer
  }

  private static func redirect(_ site: SiteContext) -> Answer {
    var answer = Answer(status: 303)
    answer.headers[.location] = Paths.signIn(returnTo: site.request.returnPath)
    answer.cache(.never)
    return answer
  }
}
