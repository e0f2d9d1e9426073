package import Community
import Database

/// A cookie to be kept by the browser.
package struct Cookie: Sendable, Equatable {
  let name: String
  let value: String
  let lifetime: Span?
  let isSecure: Bool
  let isHidden: Bool

  /// The header line. Only what this server made itself stands in it.
  var line: String {
    var line = "\(name)=\(value); Path=/; SameSite=Lax"
    if let lifetime { line += "; Max-Age=\(lifetime.milliseconds / 1000)" }
    if isHidden { line += "; HttpOnly" }
    if isSecure { line += "; Secure" }
    return line
  }

  /// Keeps somebody signed in.
  package static func session(_ token: SecretToken, at door: Door) -> Cookie {
    Cookie(
      name: sessionName(at: door), value: token.text, lifetime: Sessions.lifetime, isSecure: !isPlain(door), isHidden: true)
  }

  /// Forgets the session.
  package static func endedSession(at door: Door) -> Cookie {
    Cookie(name: sessionName(at: door), value: "", lifetime: .seconds(0), isSecure: !isPlain(door), isHidden: true)
  }

  /// Remembers the theme a visitor chose.
  package static func theme(_ theme: Theme, at door: Door) -> Cookie {
    Cookie(name: "theme", value: theme.rawValue, lifetime: .days(365), isSecure: door.isSecure, isHidden: true)
  }

  /// Remembers the language a visitor chose; nil forgets it.
  package static func language(_ language: LanguageTag?, at door: Door) -> Cookie {
    Cookie(
      name: "language", value: language?.text ?? "", lifetime: language == nil ? .seconds(0) : .days(365), isSecure: door.isSecure,
      isHidden: true)
  }

  /// Lets the next page say what was done: `code` names the sentence `flash.CODE` of the catalog.
  package static func flash(_ code: String, at door: Door) -> Cookie {
    Cookie(name: "flash", value: code, lifetime: .minutes(1), isSecure: door.isSecure, isHidden: true)
  }
  /// As ``flash(_:at:)`` with a button that takes back what was done: `path` is the act's, such as `/p/5/restore`.
  package static func flash(_ code: String, undo path: String, at door: Door) -> Cookie {
    Cookie(name: "flash", value: code + path, lifetime: .minutes(1), isSecure: door.isSecure, isHidden: true)
  }
  static func spentFlash(at door: Door) -> Cookie {
    Cookie(name: "flash", value: "", lifetime: .seconds(0), isSecure: door.isSecure, isHidden: true)
  }

  /// Browsers take the `__Host-` name only with Secure; on this very machine without https there is no Secure.
  static func sessionName(at door: Door) -> String { isPlain(door) ? "kindred" : "__Host-kindred" }
  static func sessionToken(in cookies: [String: String], at door: Door) -> SecretToken? {
    cookies[sessionName(at: door)].flatMap { SecretToken(presented: $0) }
  }
  private static func isPlain(_ door: Door) -> Bool { door.isLoopback && !door.isSecure }
}

extension PageRequest {
  /// The session token the browser presents, if it has the form of one.
  package var sessionToken: SecretToken? { Cookie.sessionToken(in: cookies, at: door) }
  /// Whether any session cookie came, good or not: then nothing shared may be read or filled.
  var hasSessionCookie: Bool { cookies[Cookie.sessionName(at: door)] != nil }
  /// What was done just before, as the browser carried it over.
  var flash: String? {
    guard let value = cookies["flash"] else { return nil }
    let code = value.prefix { $0 != "/" }
    return (1...40).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } ? String(code) : nil
  }
  /// The act that takes it back, where there is one: an address of ours with a number in it.
  var flashUndoPath: String? {
    guard flash != nil, let value = cookies["flash"], let start = value.firstIndex(of: "/"), value.utf8.count <= 100 else { return nil }
    let path = value[start...]
    let isOurs = path.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2F || $0 == 0x2D }
    return isOurs && !path.hasPrefix("//") ? String(path) : nil
  }
  /// The language a visitor chose.
  var language: LanguageTag? { cookies["language"].flatMap { LanguageTag($0) } }
  /// The theme a visitor chose.
  package var theme: Theme? { cookies["theme"].flatMap { Theme(rawValue: $0) } }
}
