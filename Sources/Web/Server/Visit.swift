import Community
import Database
import HTTPTypes
import Hummingbird
import Logging

/// What is known of one request while it lasts, for its log line and its error page. Never a query, a form or an address.
struct Visit: Sendable {
  let id: String
  let method: String
  var pattern = "-"
  var audience = Audience.everyone
  var formFields: [FormField] = []
  /// Whether a browser asks for a person, to whom a line of text is no page.
  let isForPerson: Bool
  /// What the browser says is read here, for answers to a request that is not even understood.
  let acceptedLanguages: String
  var member: MemberID?
  var site: SiteContext?
  /// What the error page needs when the request could not be read to its end.
  var fallback: SiteContext?
  private var error: String?
  private var level = Logger.Level.info

  init(id: String, method: String, headers: HTTPFields) {
    self.id = id
    self.method = method
    isForPerson = headers[.accept]?.contains("text/html") ?? false
    acceptedLanguages = headers[.acceptLanguage] ?? ""
  }

  mutating func note(_ trouble: Trouble, _ error: any Error) {
    level = trouble.level
    // The texts of our own refusals say no more than the status does; a fault's text is what the operator needs.
    if level >= .warning { self.error = "\(error)" }
  }

  func log(to log: Logger, status: Int, microseconds: Int64) {
    let level = audience == .machine && self.level == .info ? Logger.Level.debug : self.level
    var facts: Logger.Metadata = [
      "method": .string(method), "route": .string(pattern), "status": .stringConvertible(status), "us": .stringConvertible(microseconds),
      "request": .string(id),
    ]
    if let member { facts["member"] = .stringConvertible(member.rawValue) }
    if let error { facts["error"] = .string(error) }
    log.log(level: level, "request", metadata: facts)
  }
}

/// Names a request, so that somebody can say which one went wrong.
enum RequestID {
  /// Letters and digits that cannot be mistaken for one another when read aloud.
  private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".unicodeScalars)
  static func make(_ random: RandomBytes) -> String {
    var id = ""
    for byte in random(10) { id.unicodeScalars.append(alphabet[Int(byte) % alphabet.count]) }
    return id
  }
}
