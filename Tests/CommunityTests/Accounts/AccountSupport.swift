import Community
import Database
import TestSupport

/// Steps that several stories about accounts share.
extension TestStore {
  func signUp(
    _ name: String, _ email: String, hash: String = "hash", from address: String = "192.0.2.1"
  ) async throws -> SignUp.Outcome {
    let signUp = SignUp(name: try DisplayName(name), email: try EmailAddress(email), passwordHash: hash, address: address)
    return try await write { tx in try signUp.perform(in: tx) }
  }

  func handle(_ id: MemberID) async throws -> String? {
    try await read { tx in try tx.value("SELECT handle FROM member WHERE id = \(id)") }
  }

  func openSession(_ member: MemberID) async throws -> SecretToken {
    let token = SecretToken.fresh()
    try await write { tx in try Sessions.open(for: member, token: token, address: "192.0.2.1", agent: "Firefox", in: tx) }
    return token
  }

  func signedIn(_ token: SecretToken) async throws -> SignedIn? { try await read { tx in try Sessions.find(token, in: tx) } }

  func kinds() async throws -> [Event.Kind] { try await read { tx in try tx.events(after: 0, limit: 1000).map(\.event.kind) } }

  func issue(_ purpose: AccountTokens.Purpose, for member: MemberID, address: String) async throws -> SecretToken {
    let token = SecretToken.fresh()
    try await write { tx in try AccountTokens.issue(token, purpose, for: member, address: address, in: tx) }
    return token
  }
}

extension SignUp.Outcome {
  var member: MemberID? { if case .created(let id) = self { id } else { nil } }
}

extension SecretToken {
  static func fresh() -> SecretToken { SecretToken { count in (0..<count).map { _ in UInt8.random(in: 0...255) } } }
}
