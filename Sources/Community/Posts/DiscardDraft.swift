package import Database

/// Puts a draft away; for a day it can be brought back.
package struct DiscardDraft: Sendable {
  package let draft: DraftID
  package init(draft: DraftID) { self.draft = draft }

  /// Throws ``ForumError/notFound`` for a draft of somebody else, as for one that never was.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let found = try tx.run(
      """
      UPDATE draft SET state = 'discarded', hand = '', saved_at = \(tx.now)
      WHERE id = \(draft) AND member_id = \(actor.id) AND state = 'kept'
      """)
    guard found == 0 else { return try SaveDraft.forgetDiscarded(of: actor.id, in: tx) }
    guard try tx.exists("SELECT 1 FROM draft WHERE id = \(draft) AND member_id = \(actor.id) AND state = 'discarded'") else {
      throw ForumError.notFound
    }
  }
}

/// Brings a discarded draft back. What was begun in its place since is put away instead, so that neither is lost.
package struct RestoreDraft: Sendable {
  package let draft: DraftID
  package init(draft: DraftID) { self.draft = draft }

  /// Throws ``ForumError/notFound`` for a draft of somebody else, and once it is forgotten.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let found: Draft? = try tx.first(
      """
      SELECT \(Draft.columns) FROM draft
      WHERE id = \(draft) AND member_id = \(actor.id) AND (state = 'kept' OR (state = 'discarded' AND saved_at > \(tx.now - Draft.restorable)))
      """)
    guard let found else { throw ForumError.notFound }
    try tx.run(
      """
      UPDATE draft SET state = 'discarded', hand = '', saved_at = \(tx.now)
      WHERE \(found.place.rows(of: actor.id)) AND state = 'kept' AND id <> \(draft)
      """)
    // A page that still shows what was put away must not save over what came back.
    try tx.run(
      """
      UPDATE draft SET state = 'kept', saved_at = \(tx.now),
        version = (SELECT MAX(other.version) + 1 FROM draft other WHERE other.member_id = \(actor.id) AND other.kind = \(found.place.kind)
          AND other.target = \(found.place.target))
      WHERE id = \(draft) AND state = 'discarded'
      """)
  }
}
