package import Database

/// A member about to be written down. Used by sign-up, the command line, set-up and imports, which differ in what they know.
package struct NewMember: Sendable {
  let name: DisplayName
  let email: EmailAddress?
  let passwordHash: String?
  let role: Role
  let isVerified: Bool
  let isImported: Bool
  let joinedAt: Timestamp?

  /// `passwordHash` is the encoded hash, made beforehand; `joinedAt` is for imports, else the transaction's moment counts.
  package init(
    name: DisplayName, email: EmailAddress?, passwordHash: String?, role: Role, isVerified: Bool, isImported: Bool = false,
    joinedAt: Timestamp? = nil
  ) {
    self.name = name
    self.email = email
    self.passwordHash = passwordHash
    self.role = role
    self.isVerified = isVerified
    self.isImported = isImported
    self.joinedAt = joinedAt
  }

  /// Writes the member with the first free handle that fits the name; nil when the e-mail address has an account already.
  package func insert(in tx: Transaction) throws -> MemberID? {
    var handles = try HandleChoices(name, in: tx)
    while true {
      let handle = handles.next()
      let id: MemberID? = try tx.value(
        """
        INSERT INTO member
          (name, handle, email, email_key, email_verified_at, password_hash, role, imported, created_at)
        SELECT \(name.text), \(handle.text), \(email?.text), \(email?.key), \(isVerified ? tx.now : nil), \(passwordHash), \(role),
          \(isImported), \(joinedAt ?? tx.now)
        WHERE NOT EXISTS (SELECT 1 FROM former_handle WHERE handle = \(handle.text))
        ON CONFLICT DO NOTHING RETURNING id
        """)
      if let id {
        try NameIndex.set(id, name: name.text, handle: handle.text, in: tx)
        return id
      }
      if let email, try tx.exists("SELECT 1 FROM member WHERE email_key = \(email.key)") { return nil }
    }
  }
}

/// The handles to try for a name, in order: as made from it, then -2 to -20, then with a number that is as good as free.
private struct HandleChoices {
  private let stem: Handle?
  private var number: Int64 = 1
  private let members: Int64

  init(_ name: DisplayName, in tx: Transaction) throws {
    // Nobody but the company's people gets a reserved word, not even with a number behind it.
    stem = Handle(from: name).flatMap { NameGuard.isReserved($0.text) ? nil : $0 }
    members = try tx.value("SELECT COALESCE(MAX(id), 0) FROM member") ?? 0
    if stem == nil { number = members + 1 }
  }

  mutating func next() -> Handle {
    defer { number = number == 20 ? Swift.max(21, members + 1) : number + 1 }
    guard let stem else { return HandleChoices.member.numbered(number) }
    return number == 1 ? stem : stem.numbered(number)
  }

  private static let member = Handle(trusted: "member")
}
