package import Database

/// Changes the own handle, once in thirty days. The old one leads here for ever and is nobody else's.
package struct ChangeHandle: Sendable {
  let handle: Handle
  package init(to handle: Handle) { self.handle = handle }

  package static let every = Span.days(30)

  /// Throws ``ForumError/invalid(_:)`` `handleTaken`, `nameReserved` or `nameConfusable`, and ``ForumError/tooSoon(_:until:)``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let current = try tx.first("SELECT handle, handle_changed_at FROM member WHERE id = \(actor.id)") { row in
      (handle: try row.next(String.self), changedAt: try row.next(Timestamp?.self))
    }
    guard let current else { throw ForumError.notFound }
    if current.handle == handle.text { return }
    if let changedAt = current.changedAt, changedAt + Self.every > tx.now {
      throw ForumError.tooSoon(.names, until: changedAt + Self.every)
    }
    if !actor.viewer.role.speaksForTheCompany { try NameGuard.check(handle.text, field: "handle", me: actor.id, in: tx) }
    let changed = try tx.run(
      """
      UPDATE member SET handle = \(handle.text), handle_changed_at = \(tx.now) WHERE id = \(actor.id)
        AND NOT EXISTS (SELECT 1 FROM member AS other WHERE other.handle = \(handle.text))
        AND NOT EXISTS (SELECT 1 FROM former_handle WHERE handle = \(handle.text) AND member_id <> \(actor.id))
      """)
    guard changed == 1 else { throw ForumError.invalid("handle", .handleTaken) }
    try NameIndex.renew(actor.id, in: tx)
    try tx.run("DELETE FROM former_handle WHERE handle = \(handle.text)")
    try tx.run(
      "INSERT INTO former_handle (handle, member_id, until_at) VALUES (\(current.handle), \(actor.id), \(tx.now)) ON CONFLICT DO NOTHING")
    try tx.record(Event(.handleChanged, actor: actor.id, member: actor.id, detail: current.handle))
  }
}
