package import Database

/// Who is signed in with a session, and what every page needs of them.
package struct SignedIn: Sendable, Equatable {
  package let sessionID: SessionID
  package let viewer: Viewer
  package let name: String
  package let handle: String
  package let face: FaceName?
  package let timeZone: String
  package let theme: Theme
  /// Nil leaves it to their browser.
  package let language: LanguageTag?
  package let emailVerified: Bool
  /// Whether mail to them comes back.
  package let mailBounces: Bool
  /// Whether single keys lead somewhere.
  package let hasShortcuts: Bool
  /// Whether ``Sessions/touch(_:in:)`` is due: a write, so not with every page.
  package let isDueForTouch: Bool
}

/// A session about to be opened, as sign-in, sign-up and reset make it.
package struct NewSession: Sendable {
  let token: SecretToken
  let address: String
  let agent: String

  /// `address` and `agent` are shown to the member in the list of sessions.
  package init(token: SecretToken, address: String, agent: String) {
    self.token = token
    self.address = String(address.prefix(64))
    self.agent = String(oneLine(agent).prefix(200))
  }
}

/// A session as its member sees it in the settings.
package struct SessionRow: Sendable, Equatable, SQLRow {
  package let id: SessionID
  package let createdAt: Timestamp
  package let seenAt: Timestamp
  package let address: String
  package let agent: String

  package init(_ row: inout Row) throws {
    id = try row.next()
    createdAt = try row.next()
    seenAt = try row.next()
    address = try row.next()
    agent = try row.next()
  }
}
