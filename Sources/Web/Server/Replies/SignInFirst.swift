import HTTPTypes
import Pages

/// What a visitor gets who asks for something only members may do: a GET goes on to sign-in and back, what was typed stays.
enum SignInFirst {
  static func answer(_ site: SiteContext) async -> Answer {
    var answer = Answer(status: 303)
    answer.headers[.location] = Paths.signIn(returnTo: site.request.returnPath)
    answer.cache(.never)
    return answer
  }
}
