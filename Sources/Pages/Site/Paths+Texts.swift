package import Community

extension Paths {
  /// For admins: the texts of the company about its community.
  package static let texts = "/admin/texts"
  package static let textPattern = "/admin/texts/:kind"
  package static let textOffPattern = "/admin/texts/:kind/off"
  package static let textHistoryPattern = "/admin/texts/:kind/history"
  package static let rules = "/rules"
  package static let terms = "/terms"
  package static let imprint = "/imprint"
  package static let contact = "/contact"
  /// Where somebody who signed in reads terms that changed.
  package static let acceptTerms = "/terms/accept"
  package static func acceptTerms(returnTo path: String) -> String { "\(acceptTerms)?return_to=\(encoded(path))" }
  package static func text(_ kind: SiteText.Kind) -> String { "\(texts)/\(kind.rawValue)" }
  package static func textHistory(_ kind: SiteText.Kind) -> String { text(kind) + "/history" }
  /// Where everybody reads it.
  package static func page(of kind: SiteText.Kind) -> String {
    switch kind {
    case .welcome: home
    case .rules: rules
    case .terms: terms
    case .privacy: privacy
    case .imprint: imprint
    case .contact: contact
    }
  }
}
