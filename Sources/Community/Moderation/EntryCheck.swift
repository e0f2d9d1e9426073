import Database

/// The rules about who may join, held against one address and the network it comes from. Nothing is asked about accounts there are, so the
/// answer tells nothing of them.
enum EntryCheck {
  /// Throws ``ForumError/invalid(_:)`` `emailNotTaken` at `email`, and ``ForumError/forbidden(_:)`` `networkDenied`.
  static func checkMayJoin(_ email: EmailAddress, from address: String, in tx: Transaction) throws {
    let rules = try standing(in: tx)
    if let network = NetworkAddress(address),
      rules.contains(where: { $0.kind == .denyNetwork && NetworkRange($0.value)?.contains(network) == true })
    {
      throw ForumError.forbidden(.networkDenied)
    }
    guard takes(email, rules) else { throw ForumError.invalid("email", .emailNotTaken) }
  }

  /// For a member who changes their address. Throws ``ForumError/invalid(_:)`` `emailNotTaken` at `email`.
  static func checkMayUse(_ email: EmailAddress, in tx: Transaction) throws {
    guard takes(email, try standing(in: tx)) else { throw ForumError.invalid("email", .emailNotTaken) }
  }

  private static func takes(_ email: EmailAddress, _ rules: [(kind: EntryRule.Kind, value: String)]) -> Bool {
    let domain = email.key.split(separator: "@").last.map(String.init) ?? ""
    // A domain stands for those below it too.
    func isWithin(_ rule: String) -> Bool { domain == rule || domain.hasSuffix("." + rule) }
    if rules.contains(where: { $0.kind == .denyEmail && $0.value == email.key }) { return false }
    if rules.contains(where: { $0.kind == .denyDomain && isWithin($0.value) }) { return false }
    let allowed = rules.filter { $0.kind == .allowDomain }
    return allowed.isEmpty || allowed.contains { isWithin($0.value) }
  }

  private static func standing(in tx: Transaction) throws -> [(kind: EntryRule.Kind, value: String)] {
    try tx.all("SELECT kind, value FROM entry_rule WHERE until_at IS NULL OR until_at > \(tx.now)") { row in
      (kind: try row.next(), value: try row.next())
    }
  }
}
