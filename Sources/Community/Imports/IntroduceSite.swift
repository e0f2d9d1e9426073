package import Database

extension SiteSettings {
  /// Names a site that nobody has set up, for a seeded community; `isSetUp` when its admin can sign in and no link must be offered.
  package static func introduce(_ name: String, isSetUp: Bool, in tx: Transaction) throws {
    if try load(in: tx).isSetUp { return }
    try SiteSettings(name: name, description: "", isSetUp: isSetUp).write(by: nil, in: tx)
    if isSetUp { _ = try markSetUp(in: tx) }
  }

  /// Whether anybody is there.
  package static func hasMembers(in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM member") }

  /// Whether anything has been written in the community yet.
  package static func hasTopics(in tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM topic") }
}
