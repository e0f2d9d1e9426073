package import Community

extension Paths {
  /// For admins: what is missing before the public is let in.
  package static let opening = "/admin/opening"
  /// For admins: whether mail leaves.
  package static let mail = "/admin/mail"
  package static let mailTest = "/admin/mail/test"
  package static let retryMailPattern = "/admin/mail/:id/retry"
  package static func retryMail(_ id: MailID) -> String { "\(mail)/\(id.rawValue)/retry" }
}
