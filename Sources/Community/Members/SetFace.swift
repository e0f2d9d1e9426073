package import Database

/// Takes in a face that a member sent, seen by nobody yet: ``SetFace`` puts it on once its files are there.
package struct AddFace: Sendable {
  package let name: FaceName
  /// Of both its files.
  package let bytes: Int

  package init(_ name: FaceName, bytes: Int) { (self.name, self.bytes) = (name, bytes) }

  /// Throws as ``AddPicture/perform(by:in:)``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try PictureQuota.check(actor, adding: bytes, in: tx)
    try tx.run(
      """
      INSERT INTO picture (name, member_id, kind, format, width, height, bytes, created_at, unused_since)
      VALUES (\(name.text), \(actor.id), 'face', 'webp', 192, 192, \(bytes), \(tx.now), \(tx.now))
      """)
  }
}

/// Puts a face on, or takes it off again, after which the one drawn from the member's name stands there.
package struct SetFace: Sendable {
  private let name: FaceName?

  /// Nil takes it off.
  package init(_ name: FaceName?) { self.name = name }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run(
      "UPDATE picture SET unused_since = \(tx.now) WHERE member_id = \(actor.id) AND kind = 'face' AND unused_since IS NULL")
    if let name {
      let isThere = try tx.run(
        "UPDATE picture SET unused_since = NULL WHERE name = \(name.text) AND member_id = \(actor.id) AND kind = 'face' AND NOT going")
      guard isThere == 1 else { throw ForumError.notFound }
    }
    try tx.run("UPDATE member SET face = \(name?.text) WHERE id = \(actor.id)")
    try tx.record(Event(.profileChanged, actor: actor.id, member: actor.id))
  }

  /// Whether somebody has this face now.
  package static func isWorn(_ name: FaceName, in tx: Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM picture WHERE name = \(name.text) AND kind = 'face' AND unused_since IS NULL AND NOT going")
  }
}
