package import Database

/// The link in the log of a server that nobody has set up: good until it is used, and only the newest.
package struct OfferSetUp: Sendable {
  let token: SecretToken
  package init(_ token: SecretToken) { self.token = token }

  /// False, and no link is good, once the site is set up.
  package func perform(in tx: Transaction) throws -> Bool {
    try tx.run("DELETE FROM token WHERE purpose = \(AccountTokens.Purpose.setUp)")
    if try SiteSettings.load(in: tx).isSetUp { return false }
    try tx.run(
      """
      INSERT INTO token (token_hash, purpose, address, created_at, expires_at)
      VALUES (\(token.hash), \(AccountTokens.Purpose.setUp), '', \(tx.now), \(Int64.max))
      """)
    return true
  }

  /// Whether a presented link is the one in the log.
  package static func isGood(_ token: SecretToken, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM token WHERE token_hash = \(token.hash) AND purpose = \(AccountTokens.Purpose.setUp)")
  }
}

/// The first run, in the browser: the first admin, the community's name, and its first categories.
package struct SetUp: Sendable {
  let token: SecretToken
  let siteName: SiteName
  let name: DisplayName
  let email: EmailAddress
  let passwordHash: String
  let categories: [CreateCategory]

  package init(
    _ token: SecretToken, siteName: SiteName, name: DisplayName, email: EmailAddress, passwordHash: String, categories: [CreateCategory]
  ) {
    self.token = token
    self.siteName = siteName
    self.name = name
    self.email = email
    self.passwordHash = passwordHash
    self.categories = categories
  }

  /// Throws ``ForumError/notFound`` for any other link, ``ForumError/conflict(_:)`` `alreadySetUp`, and
  /// ``ForumError/invalid(_:)`` for an e-mail address or categories named twice.
  package func perform(in tx: Transaction) throws -> MemberID {
    let used = try tx.run("DELETE FROM token WHERE token_hash = \(token.hash) AND purpose = \(AccountTokens.Purpose.setUp)")
    guard used == 1 else { throw ForumError.notFound }
    guard try SiteSettings.markSetUp(in: tx) else { throw ForumError.conflict(.alreadySetUp) }
    let admin = NewMember(name: name, email: email, passwordHash: passwordHash, role: .admin, isVerified: false)
    guard let id = try admin.insert(in: tx) else { throw ForumError.invalid("email", .emailTaken) }
    try SiteSettings(name: siteName.text, description: "", isSetUp: true).write(by: nil, in: tx)
    for category in categories { _ = try category.insert(in: tx) }
    try tx.record(Event(.memberJoined, actor: id, member: id))
    try tx.record(Event(.siteChanged, actor: id))
    return id
  }
}
