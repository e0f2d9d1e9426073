package import Community

extension Paths {
  /// For admins: what is missing before the public is let in.
  package static let opening = "/admin/opening"
  /// For admins: whether mail leaves.
  package static let mail = "/admin/mail"
  package static let mailTest = "/admin/mail/test"
  package static let retryMailPattern = "/admin/mail/:id/retry"
  package static func retryMail(_ id: MailID) -> String { "\(mail)/\(id.rawValue)/retry" }

  /// For admins: forums that are brought here.
  package static let imports = "/admin/imports"
  package static let importPattern = "/admin/imports/:id"
  package static let stopImportPattern = "/admin/imports/:id/stop"
  package static let goOnImportPattern = "/admin/imports/:id/go-on"
  package static func importJob(_ id: ImportJobID) -> String { "\(imports)/\(id.rawValue)" }
}
