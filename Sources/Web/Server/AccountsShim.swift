package import Community
package import Database

// Stands in for Community/Accounts until it lands, with the names of the contract; deleted then.
package struct SignedIn: Sendable {
  package let sessionID: SessionID
  package let viewer: Viewer
  package let name: String
  package let handle: String
  package let timeZone: String
  package let theme: Theme
  package let emailVerified: Bool
}
package enum Sessions {
  package static func find(_ token: SecretToken, in tx: Transaction) throws -> SignedIn? { nil }
}
package enum Theme: String, CaseIterable, SQLConvertible { case system, light, dark }
