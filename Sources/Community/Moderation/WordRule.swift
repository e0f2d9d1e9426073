package import Database

/// Words that a community does not take as they are, and what becomes of a text that has them.
package struct WordRule: Sendable, SQLRow {
  /// The most rules there may be: every text written meets each of them.
  package static let most = 300

  /// What becomes of a text.
  package enum Act: String, Sendable, CaseIterable, SQLConvertible {
    /// It is not taken, and its writer is told the word. For slurs and threats only.
    case block
    /// It waits until a person has looked.
    case hold
    /// Other words stand in their place.
    case replace
  }

  package let id: WordRuleID
  package let pattern: WordPattern
  package let act: Act
  /// What stands in their place.
  package let replacement: String
  package let note: String
  /// Nil when the member is gone.
  package let createdBy: String?
  package let createdAt: Timestamp

  package init(_ row: inout Row) throws {
    id = try row.next()
    let text: String = try row.next()
    do throws(Problem) { pattern = try WordPattern(text) } catch { throw DatabaseFault.unexpectedValue(column: 1, expected: "WordPattern") }
    act = try row.next()
    replacement = try row.next()
    note = try row.next()
    createdBy = try row.next()
    createdAt = try row.next()
  }

  /// All of them, by their words. Throws ``ForumError/notFound`` for who may not see them.
  package static func all(for actor: Actor, in tx: Transaction) throws -> [WordRule] {
    guard WordRules.mayChange(actor) else { throw ForumError.notFound }
    return try WordRules.load(in: tx)
  }

  /// One, to be changed.
  package static func find(_ id: WordRuleID, for actor: Actor, in tx: Transaction) throws -> WordRule {
    guard let rule = try all(for: actor, in: tx).first(where: { $0.id == id }) else { throw ForumError.notFound }
    return rule
  }
}

/// All rules together, as a text meets them.
enum WordRules {
  static func mayChange(_ actor: Actor) -> Bool { actor.may(.decide) }

  static func load(in tx: Transaction) throws -> [WordRule] {
    try tx.all(
      """
      SELECT word_rule.id, word_rule.pattern, word_rule.act, word_rule.replacement, word_rule.note, member.name, word_rule.created_at
      FROM word_rule LEFT JOIN member ON member.id = word_rule.created_by ORDER BY word_rule.pattern_key
      """)
  }
}
