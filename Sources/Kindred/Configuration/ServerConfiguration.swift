package import Database
package import Logging
package import Web

/// Everything an operator can set, read once and checked.
package struct ServerConfiguration: Sendable, Equatable {
  /// The folder everything lies in: the database, the spool, the lock.
  package let data: String
  /// Where the database is, when it does not lie in the folder: a connection string of PostgreSQL.
  package let postgres: String?
  package let web: WebConfiguration
  /// Where mail goes; without it, into the spool folder.
  package let smtpURL: String?
  /// Who mail comes from.
  package let mailFrom: MailFrom?
  /// Below it admins may import dumps in the browser, and nowhere else.
  package let imports: String
  /// An operator's own templates and public files.
  package let templates: String?
  /// The languages of pages and mail.
  package let languages: SiteLanguages
  package let logLevel: Logger.Level

  /// Which engine holds the data.
  package var engine: Dialect { postgres == nil ? .sqlite : .postgres }

  /// The names an operator may set.
  package enum Key: String, Sendable, CaseIterable {
    case data = "KINDRED_DATA", database = "KINDRED_DATABASE", host = "KINDRED_HOST", port = "KINDRED_PORT", url = "KINDRED_URL", proxies =
      "KINDRED_TRUSTED_PROXIES"
    case smtpURL = "KINDRED_SMTP_URL", mailFrom = "KINDRED_MAIL_FROM", templates = "KINDRED_TEMPLATES", language = "KINDRED_LANGUAGE", log =
      "KINDRED_LOG"
    case bounceToken = "KINDRED_BOUNCE_TOKEN", imports = "KINDRED_IMPORTS"
  }
}

/// All that is wrong with a configuration, each with the name it is about, so that one look mends it.
package struct ConfigurationProblems: Error, Sendable, Equatable, CustomStringConvertible {
  package let problems: [String]
  package init(_ problems: [String]) { self.problems = problems }
  package var description: String { problems.joined(separator: "\n") }
}
