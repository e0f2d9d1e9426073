package import Database

/// Adds a member from the command line, whose operator vouches for the address.
package struct AddMember: Sendable {
  let name: DisplayName
  let email: EmailAddress
  let passwordHash: String
  let role: Role
  let firstCategories: [CreateCategory]

  /// `firstCategories` are made when this is the first admin of a site that nobody has set up and that has no category yet.
  package init(name: DisplayName, email: EmailAddress, passwordHash: String, role: Role, firstCategories: [CreateCategory]) {
    self.name = name
    self.email = email
    self.passwordHash = passwordHash
    self.role = role
    self.firstCategories = firstCategories
  }

  /// Throws ``ForumError/invalid(_:)`` `emailTaken`, `choiceUnknown` for the role of visitors, or as ``SignUp`` for a customer's name.
  package func perform(in tx: Transaction) throws -> MemberID {
    if role == .visitor { throw ForumError.invalid("role", .choiceUnknown) }
    if !role.speaksForTheCompany { try NameGuard.check(name.text, field: "name", me: nil, in: tx) }
    let member = NewMember(name: name, email: email, passwordHash: passwordHash, role: role, isVerified: true)
    guard let id = try member.insert(in: tx) else { throw ForumError.invalid("email", .emailTaken) }
    try tx.record(Event(.memberJoined, actor: id, member: id))
    if role == .admin { try SiteSettings.open(by: id, firstCategories, in: tx) }
    return id
  }
}
