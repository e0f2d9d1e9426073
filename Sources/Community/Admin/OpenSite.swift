import Database

extension SiteSettings {
  /// What set-up in the browser does, when the first admin comes from the command line instead: the link in the log dies, and a site
  /// without any category gets its first ones. Nothing on a site that is set up.
  static func open(by admin: MemberID, _ firstCategories: [CreateCategory], in tx: Transaction) throws {
    guard try markSetUp(in: tx) else { return }
    try tx.run("DELETE FROM token WHERE purpose = \(AccountTokens.Purpose.setUp)")
    if try !tx.exists("SELECT 1 FROM category") {
      for category in firstCategories { _ = try category.insert(in: tx) }
    }
    try tx.record(Event(.siteChanged, actor: admin))
  }
}
