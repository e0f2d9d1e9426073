package import Database

/// Whose addresses make no accounts, or alone make some: domains of e-mail, single e-mail addresses, networks.
package struct EntryRule: Sendable, SQLRow {
  /// The most rules there may be.
  package static let most = 500

  package enum Kind: String, Sendable, CaseIterable, SQLConvertible { case denyDomain, denyEmail, denyNetwork, allowDomain }

  package let id: EntryRuleID
  package let kind: Kind
  package let value: String
  package let note: String
  /// Nil for good.
  package let until: Timestamp?
  package let createdBy: String?
  package let createdAt: Timestamp

  package init(_ row: inout Row) throws {
    id = try row.next()
    kind = try row.next()
    value = try row.next()
    note = try row.next()
    until = try row.next()
    createdBy = try row.next()
    createdAt = try row.next()
  }

  /// All of them, also those whose time is over. Throws ``ForumError/notFound`` for who may not see them.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [EntryRule] {
    guard actor.may(.manageSite) else { throw ForumError.notFound }
    return try tx.all(
      """
      SELECT entry_rule.id, entry_rule.kind, entry_rule.value, entry_rule.note, entry_rule.until_at, member.name, entry_rule.created_at
      FROM entry_rule LEFT JOIN member ON member.id = entry_rule.created_by ORDER BY entry_rule.kind, entry_rule.value
      """)
  }
}

/// What a rule is about, in its one spelling.
package struct EntryValue: Sendable, Equatable {
  let kind: EntryRule.Kind
  let text: String

  /// Throws ``Problem`` `empty`, `domainBad`, `emailBad` or `networkBad`.
  package init(_ kind: EntryRule.Kind, _ raw: String) throws(Problem) {
    let typed = oneLine(raw).lowercased()
    if typed.isEmpty { throw Problem(.empty) }
    self.kind = kind
    switch kind {
    case .denyDomain, .allowDomain:
      let domain = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
      guard (try? EmailAddress("name@" + domain)) != nil else { throw Problem(.domainBad) }
      text = domain
    case .denyEmail: text = try EmailAddress(typed).key
    case .denyNetwork:
      guard let range = NetworkRange(typed), range.isNarrow else { throw Problem(.networkBad) }
      text = typed
    }
  }
}

/// Adds a rule about who may join.
package struct AddEntryRule: Sendable {
  let value: EntryValue
  let note: String
  let until: Timestamp?
  package init(_ value: EntryValue, note: String, until: Timestamp?) {
    (self.value, self.until) = (value, until)
    self.note = String(oneLine(note).prefix(200))
  }

  /// The same once more changes its note and its end. Throws ``ForumError/invalid(_:)`` `rulesTooMany` at `value`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    let count: Int = try tx.value("SELECT count(*) FROM entry_rule") ?? 0
    guard count < EntryRule.most else { throw ForumError.invalid("value", .rulesTooMany, EntryRule.most) }
    try tx.run(
      """
      INSERT INTO entry_rule (kind, value, note, until_at, created_by, created_at)
      VALUES (\(value.kind), \(value.text), \(note), \(until), \(actor.id), \(tx.now))
      ON CONFLICT (kind, value) DO UPDATE SET note = excluded.note, until_at = excluded.until_at
      """)
    try SettingChange.log("entry + \(value.kind.rawValue)", by: actor, in: tx)
  }
}

/// Takes a rule about who may join away.
package struct RemoveEntryRule: Sendable {
  let id: EntryRuleID
  package init(_ id: EntryRuleID) { self.id = id }

  /// A second press changes nothing.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    guard try tx.run("DELETE FROM entry_rule WHERE id = \(id)") > 0 else { return }
    try SettingChange.log("entry -\(id.rawValue)", by: actor, in: tx)
  }
}
