package import Database

/// A rule as somebody typed it.
package struct WordRuleDraft: Sendable, Equatable {
  /// Characters of what stands in the words' place, and of the note.
  package static let longestReplacement = 60
  package static let longestNote = 200
  let pattern: WordPattern
  let act: WordRule.Act
  let replacement: String
  let note: String

  /// Throws ``Problem`` `empty` for a replacement of nothing, `tooLong`, and `replacementMatches` for one that the rule would find again.
  package init(pattern: WordPattern, act: WordRule.Act, replacement: String, note: String) throws(Problem) {
    let line = oneLine(replacement)
    if act == .replace {
      if line.isEmpty { throw Problem(.empty) }
      if line.count > Self.longestReplacement { throw Problem(.tooLong, Self.longestReplacement) }
      if !pattern.places(in: FoldedText(line)).isEmpty { throw Problem(.replacementMatches) }
    }
    self.pattern = pattern
    self.act = act
    self.replacement = act == .replace ? line : ""
    self.note = String(oneLine(note).prefix(Self.longestNote))
  }
}

/// Adds a rule of words.
package struct AddWordRule: Sendable {
  let draft: WordRuleDraft
  package init(_ draft: WordRuleDraft) { self.draft = draft }

  /// Throws ``ForumError/invalid(_:)`` at `pattern`: `collision` for words that have a rule, `rulesTooMany`.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> WordRuleID {
    guard WordRules.mayChange(actor) else { throw ForumError.forbidden(.notAllowed) }
    let count: Int = try tx.value("SELECT count(*) FROM word_rule") ?? 0
    guard count < WordRule.most else { throw ForumError.invalid("pattern", .rulesTooMany, WordRule.most) }
    let id: WordRuleID? = try tx.value(
      """
      INSERT INTO word_rule (pattern, pattern_key, act, replacement, note, created_by, created_at)
      VALUES (\(draft.pattern.text), \(draft.pattern.key), \(draft.act), \(draft.replacement), \(draft.note), \(actor.id), \(tx.now))
      ON CONFLICT (pattern_key) DO NOTHING RETURNING id
      """)
    guard let id else { throw ForumError.invalid("pattern", .collision) }
    try SettingChange.log("word +\(id.rawValue) \(draft.act.rawValue)", by: actor, in: tx)
    return id
  }
}

/// Changes a rule of words. What was written before stays as it is.
package struct ChangeWordRule: Sendable {
  let id: WordRuleID
  let draft: WordRuleDraft
  package init(_ id: WordRuleID, to draft: WordRuleDraft) { (self.id, self.draft) = (id, draft) }

  /// Throws as ``AddWordRule``, and ``ForumError/notFound``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard WordRules.mayChange(actor) else { throw ForumError.forbidden(.notAllowed) }
    let isTaken = try tx.exists("SELECT 1 FROM word_rule WHERE pattern_key = \(draft.pattern.key) AND id <> \(id)")
    if isTaken { throw ForumError.invalid("pattern", .collision) }
    let changed = try tx.run(
      """
      UPDATE word_rule SET pattern = \(draft.pattern.text), pattern_key = \(draft.pattern.key), act = \(draft.act),
        replacement = \(draft.replacement), note = \(draft.note)
      WHERE id = \(id)
      """)
    guard changed == 1 else { throw ForumError.notFound }
    try SettingChange.log("word =\(id.rawValue) \(draft.act.rawValue)", by: actor, in: tx)
  }
}

/// Takes a rule of words away; what it held goes on to wait for a person.
package struct RemoveWordRule: Sendable {
  let id: WordRuleID
  package init(_ id: WordRuleID) { self.id = id }

  /// A second press changes nothing.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard WordRules.mayChange(actor) else { throw ForumError.forbidden(.notAllowed) }
    guard try tx.run("DELETE FROM word_rule WHERE id = \(id)") > 0 else { return }
    try SettingChange.log("word -\(id.rawValue)", by: actor, in: tx)
  }
}
