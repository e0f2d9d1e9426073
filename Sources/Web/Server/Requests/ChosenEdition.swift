import Community
import Pages

extension Editions {
  /// The one place where a request's language is decided: what the member set, else what this browser was told, else what it says of itself,
  /// else the site's own. What programs fetch is kept by many and so always in the site's.
  func edition(for request: PageRequest, _ signedIn: SignedIn?, audience: Audience?) -> Edition {
    if all.count == 1 || audience == .machine { return site }
    if let chosen = signedIn?.language ?? request.language, let edition = self[chosen.text] { return edition }
    return edition(accepting: request.acceptedLanguages)
  }

  /// For who is nobody yet.
  func edition(accepting header: String) -> Edition {
    header.isEmpty ? site : AcceptLanguage.best(header, among: tags).flatMap { self[$0] } ?? site
  }
}
