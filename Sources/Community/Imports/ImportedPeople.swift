package import Database

/// Somebody who wrote on the old forum. Without a password the account stays shut until an admin's link opens it.
package struct ImportedMember: Sendable {
  package let external: String
  package let name: DisplayName
  package let joinedAt: Timestamp
  package let seenAt: Timestamp?
  package let bio: Bio?
  package let role: Role
  /// For communities we make ourselves: the handle their texts mention this member by, and how they sign in.
  package let handle: Handle?
  package let signIn: SignInDetails?
  /// Whether they come from another forum, as their profile then says; members we invent do not.
  package let comesFromElsewhere: Bool

  /// How a seeded member signs in.
  package struct SignInDetails: Sendable {
    package let email: EmailAddress
    package let passwordHash: String
    package init(email: EmailAddress, passwordHash: String) {
      self.email = email
      self.passwordHash = passwordHash
    }
  }

  package init(
    external: String, name: DisplayName, joinedAt: Timestamp, seenAt: Timestamp? = nil, bio: Bio? = nil, role: Role = .member,
    handle: Handle? = nil, signIn: SignInDetails? = nil, comesFromElsewhere: Bool = true
  ) {
    self.external = external
    self.name = name
    self.joinedAt = joinedAt
    self.seenAt = seenAt
    self.bio = bio
    self.role = role
    self.handle = handle
    self.signIn = signIn
    self.comesFromElsewhere = comesFromElsewhere
  }
}

extension DisplayName {
  /// A name somebody had on another forum, kept as it is but for what would change the text around it. It was never ours to refuse.
  package init(imported raw: String, otherwise: String) {
    let line = oneLine(String(raw.unicodeScalars.prefix(1000)))
    let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(DisplayName.most))).trimmingWhiteSpace()
    text = cut.isEmpty ? otherwise : cut
  }
}
