import HTTPTypes

/// The headers that every answer carries, whatever it is.
struct SecurityHeaders: Sendable {
  private let fields: [(HTTPField.Name, String)]

  init(isHTTPS: Bool) {
    var fields: [(String, String)] = [
      (
        "Content-Security-Policy",
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'; connect-src 'self'; manifest-src 'self'
        """
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    if isHTTPS { fields.append(("Strict-Transport-Security", "max-age=31536000")) }
    self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }

  /// A stricter policy of the answer's own stays.
  func add(to headers: inout HTTPFields) {
    for (name, value) in fields where name != .contentSecurityPolicy || headers[name] == nil { headers[name] = value }
  }
}
