import Foundation

/// The mail server an operator names in one address, parsed:
/// `smtp://user:password@host:port/name?tls=required&ca=/path/to/authority.pem`, all but the host left out at will.
///
/// `smtps` speaks TLS from the first byte (port 465), `smtp` asks for it with STARTTLS (port 587 with a user, else 25) and refuses to
/// go on without, except to loopback addresses. `tls=none` and `tls=required` say otherwise. Certificates are always checked, against
/// the system's authorities or the one in `ca`. `name` is what the server calls itself in EHLO; else the sender's domain.
struct SMTPServer: Sendable {
  enum Security: Sendable { case none, startTLS, fromTheStart }

  let host: String
  let port: Int
  let security: Security
  let user: String?
  let password: String?
  let greeting: String?
  let authorities: String?

  init(_ text: String) throws(SMTPAddressProblem) {
    guard let parts = URLComponents(string: text, encodingInvalidCharacters: false) else { throw .unreadable }
    guard let scheme = parts.scheme?.lowercased(), scheme == "smtp" || scheme == "smtps" else { throw .scheme }
    let host = (parts.host ?? "").filter { $0 != "[" && $0 != "]" }.lowercased()
    guard Self.isHost(host) else { throw .host }
    guard (1...65_535).contains(parts.port ?? 25) else { throw .port }
    guard (parts.user == nil) == (parts.password == nil), parts.user != "", parts.password != "" else { throw .halfTheCredentials }
    guard !(parts.user ?? "").hasControls, !(parts.password ?? "").hasControls else { throw .unreadable }
    guard parts.fragment == nil else { throw .unreadable }
    let name = parts.path.drop { $0 == "/" }
    guard name.isEmpty || MailAddress.isDomain(name.utf8) else { throw .name }
    let settings = try Self.settings(parts.queryItems ?? [])

    self.host = host
    user = parts.user
    password = parts.password
    greeting = name.isEmpty ? nil : String(name)
    authorities = settings.authorities
    if scheme == "smtps" {
      guard settings.tls != false else { throw .contradiction }
      security = .fromTheStart
    } else {
      security = settings.tls ?? !Self.isLoopback(host) ? .startTLS : .none
    }
    port = parts.port ?? (scheme == "smtps" ? 465 : parts.user == nil ? 25 : 587)
  }

  /// What the library connects to; credentials are given to it apart, so that no error text can repeat them.
  func address(greeting fallback: String) -> String {
    let scheme = security == .fromTheStart ? "smtps" : "smtp"
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(greeting ?? fallback)"
  }

  private static func settings(_ items: [URLQueryItem]) throws(SMTPAddressProblem) -> (tls: Bool?, authorities: String?) {
    var tls: Bool?
    var authorities: String?
    for item in items {
      switch (item.name, item.value ?? "") {
      case ("tls", "none"): tls = false
      case ("tls", "required"): tls = true
      case ("tls", _): throw .tls
      case ("ca", let path) where path.hasPrefix("/") && !path.hasControls: authorities = path
      case ("ca", _): throw .authorities
      case (let name, _): throw .unknownSetting(name)
      }
    }
    return (tls, authorities)
  }

  private static func isHost(_ host: String) -> Bool {
    guard (1...253).contains(host.utf8.count) else { return false }
    let isSix = host.contains(":")
    return host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "."): true
      case UInt8(ascii: ":"): isSix
      case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"): !isSix
      default: false
      }
    }
  }

  // "127.example.com" is somebody else's machine.
  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || (host.hasPrefix("127.") && host.utf8.allSatisfy { $0 < 0x3A })
  }
}

/// What is wrong with a mail server's address, in words for the operator that never repeat the password.
package enum SMTPAddressProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable, scheme, host, port, halfTheCredentials, name, tls, authorities, contradiction
  case unknownSetting(String)

  /// One sentence for the operator.
  package var description: String {
    switch self {
    case .unreadable: "not an address; signs such as @ : / ? # % in a user name or password are written %40 %3A %2F %3F %23 %25"
    case .scheme: "it begins with smtp:// or smtps://"
    case .host: "the mail server's host name is missing or is not one"
    case .port: "the port is a number from 1 to 65535"
    case .halfTheCredentials: "a user name and a password come together: smtp://user:password@host"
    case .name: "what stands after the host is the name this server gives itself, such as /forum.example.com"
    case .tls: "tls is none or required"
    case .authorities: "ca is the whole path of a file with certificates, such as /etc/ssl/our-ca.pem"
    case .contradiction: "smtps:// and tls=none contradict each other"
    case .unknownSetting(let name): "there is no setting named \(name.prefix(40)); there are tls and ca"
    }
  }
}
