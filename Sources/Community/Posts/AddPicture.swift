package import Database

/// Takes a picture in that a member sent, once it was made anew: seen by them alone until it stands in a post.
package struct AddPicture: Sendable {
  /// How long a picture is kept that stands in no post and no draft.
  package static let kept = Span.days(1)
  package let place: PicturePlace
  /// Of all its files.
  package let bytes: Int
  /// The hash of the file that was sent.
  package let source: [UInt8]

  package init(_ place: PicturePlace, bytes: Int, source: [UInt8]) { (self.place, self.bytes, self.source) = (place, bytes, source) }

  /// What the member made of the same file before, kept for another day; nil when they did not.
  package static func earlier(_ source: [UInt8], by actor: Actor, in tx: Transaction) throws -> PicturePlace? {
    let place = try tx.first(
      "SELECT name, width, height, format FROM picture WHERE member_id = \(actor.id) AND source = \(source) AND NOT going"
    ) { row in PicturePlace(name: try row.next(), width: try row.next(), height: try row.next(), format: try row.next()) }
    guard let place, let place else { return nil }
    try tx.run("UPDATE picture SET unused_since = \(tx.now) WHERE name = \(place.name) AND unused_since IS NOT NULL")
    return place
  }

  /// Counts the attempt before anything costly is done with it. Throws ``ForumError/tooSoon(_:until:)``, and ``ForumError/invalid(_:)`` at
  /// the field `picture` for who has no room left.
  package static func checkMayTry(_ actor: Actor, in tx: Transaction) throws {
    guard !actor.may(.skipLimits) else { return }
    try PictureQuota.check(actor, adding: 0, in: tx)
    try AttemptLimit(.pictures, most: actor.viewer.isSettled ? 120 : 20, per: .hours(1)).count(String(actor.id.rawValue), in: tx)
  }

  /// Answers where it is: elsewhere if the same file was taken in a moment ago.
  package func perform(by actor: Actor, in tx: Transaction) throws -> PicturePlace {
    if let place = try Self.earlier(source, by: actor, in: tx) { return place }
    try PictureQuota.check(actor, adding: bytes, in: tx)
    try tx.run(
      """
      INSERT INTO picture (name, member_id, kind, format, width, height, bytes, source, created_at, unused_since)
      VALUES (\(place.name), \(actor.id), 'post', \(place.format), \(place.width), \(place.height), \(bytes), \(source), \(tx.now),
        \(tx.now))
      """)
    return place
  }
}

/// How much room a member's pictures may take, so that nobody fills the disk of all.
package enum PictureQuota {
  /// In megabytes, for who is settled and for who is new.
  package static let most = (settled: 200, new: 20)

  /// Throws ``ForumError/invalid(_:)`` `pictureQuota` at the field `picture`.
  static func check(_ actor: Actor, adding bytes: Int, in tx: Transaction) throws {
    guard !actor.may(.skipLimits) else { return }
    let most = actor.viewer.isSettled ? Self.most.settled : Self.most.new
    let used: Int = try tx.value("SELECT CAST(coalesce(sum(bytes), 0) AS bigint) FROM picture WHERE member_id = \(actor.id)") ?? 0
    guard used + max(1, bytes) <= most * 1024 * 1024 else { throw ForumError.invalid("picture", .pictureQuota, most) }
  }
}
