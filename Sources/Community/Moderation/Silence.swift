package import Database

/// That a member may only read, and write to the staff, until a term ends.
package struct Silence: Sendable {
  package let until: Timestamp
  package let rule: ActRule
  /// The act that says why, on which they may ask for a second look; nil where none stands.
  package let act: ActID?

  /// Nil for who may write.
  package static func of(_ viewer: Viewer, in tx: Transaction) throws -> Silence? {
    guard viewer.isSilenced, let member = viewer.memberID else { return nil }
    return try tx.first(
      """
      SELECT member.silenced_until, coalesce(act.rule, 'none'), act.id FROM member LEFT JOIN act ON act.id = (
        SELECT max(silenced.id) FROM decision JOIN act silenced ON silenced.id = decision.act_id
        WHERE decision.member_id = member.id AND silenced.kind = 'silence'
          AND NOT EXISTS (SELECT 1 FROM act undoing WHERE undoing.undoes = silenced.id))
      WHERE member.id = \(member) AND member.silenced_until IS NOT NULL
      """
    ) { row in Silence(until: try row.next(), rule: try row.next(), act: try row.next()) }
  }
}
