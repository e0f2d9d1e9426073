package import Community
package import Database

/// The cast that tests, seeds and pictures share: the same people in the same parts everywhere.
package enum Person: String, Sendable, CaseIterable {
  /// A customer who asks; settled.
  case ana
  /// A customer who answers; settled.
  case kai
  /// Staff of the company.
  case mei
  /// The moderator.
  case tomas
  /// The admin.
  case noor
  /// A customer who came this morning and followed the mailed link.
  case sam
  /// A customer who came this morning and has not followed the mailed link.
  case zoe
  /// A helper, named by staff.
  case omar

  package var name: String {
    switch self {
    case .ana: "Ana Costa"
    case .kai: "Kai Lindqvist"
    case .mei: "Mei Tanaka"
    case .tomas: "Tomáš Novák"
    case .noor: "Noor Haddad"
    case .sam: "Sam Okafor"
    case .zoe: "Zoë Müller"
    case .omar: "Omar Farouk"
    }
  }

  package var handle: String { rawValue }
  package var email: String { "\(rawValue)@example.org" }
  /// What this person types to sign in; its stored hash is whatever the test's hasher makes of it.
  package var password: String { "\(rawValue)-keeps-bees-1987" }
  package var isVerified: Bool { self != .zoe }
  package var isSettled: Bool { self != .zoe && self != .sam }

  package var role: Role {
    switch self {
    case .mei: .staff
    case .tomas: .moderator
    case .noor: .admin
    case .omar: .helper
    case .ana, .kai, .sam, .zoe: .member
    }
  }
}

extension Store {
  /// Lets a person join, with their role and as long ago as their part says; `hash` is stored as their password.
  @discardableResult package func add(_ person: Person, hash: String? = nil) async throws -> Actor {
    try await write { tx in try person.join(hash: hash, in: tx) }
  }

  /// Lets the whole cast join, in the order of the enumeration.
  @discardableResult package func addCast() async throws -> [Person: Actor] {
    try await write { tx in
      var cast: [Person: Actor] = [:]
      for person in Person.allCases { cast[person] = try person.join(hash: nil, in: tx) }
      return cast
    }
  }
}

extension Person {
  /// Inserts this person as a row, without the events and mails of signing up.
  package func join(hash: String?, in tx: Transaction) throws -> Actor {
    let since = isSettled ? tx.now - .days(60) : tx.now - .minutes(5)
    let id: MemberID? = try tx.value(
      """
      INSERT INTO member (name, handle, email, email_key, email_verified_at, password_hash, role, created_at)
      VALUES (\(name), \(handle), \(email), \(email), \(isVerified ? since : nil), \(hash), \(role), \(since)) RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    let actions = try tx.values("SELECT action FROM role_action WHERE role = \(role)", as: String.self)
    let viewer = Viewer(memberID: id, role: role, actions: Actions(actions), isVerified: isVerified, isSettled: isSettled)
    guard let actor = Actor(viewer) else { throw ForumError.notFound }
    return actor
  }
}
