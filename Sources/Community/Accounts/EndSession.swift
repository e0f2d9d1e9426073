package import Database

/// Ends one of the own sessions, or all but the one acted from.
package struct EndSession: Sendable {
  let session: SessionID
  package init(_ session: SessionID) { self.session = session }

  /// Throws ``ForumError/notFound`` for a session that is not the actor's.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let ended = try tx.run("DELETE FROM session WHERE id = \(session) AND member_id = \(actor.id)")
    if ended == 0 { throw ForumError.notFound }
    try tx.record(Event(.signedOut, actor: actor.id, member: actor.id))
  }

  package static func allOthers(than current: SessionID, by actor: Actor, in tx: Transaction) throws {
    try Sessions.endAll(of: actor.id, except: current, in: tx)
    try tx.record(Event(.signedOut, actor: actor.id, member: actor.id))
  }
}
