package import Database

/// The tags that a member says interest them.
package struct DeclaredInterests: Sendable, Equatable {
  package static let most = 20
  package let names: [TagName]

  /// Reads tags as typed in one field, separated by commas or spaces, and those that were ticked. Throws ``Problem``.
  package init(_ raw: String, ticked: [String] = []) throws(Problem) {
    var names: [TagName] = []
    for word in raw.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }).map(String.init) + ticked {
      let name = try TagName(word)
      if !names.contains(name) { names.append(name) }
    }
    if names.count > Self.most { throw Problem(.interestsTooMany, Self.most) }
    self.names = names
  }

  /// What somebody declared, of what the viewer may know: a word that is only used where they may not look is not there.
  package static func list(of member: MemberID, for viewer: Viewer, in tx: Transaction) throws -> [String] {
    try tx.values(
      """
      SELECT tag.name FROM interest JOIN tag ON tag.id = interest.tag_id
      WHERE interest.member_id = \(member) AND \(TagView.isSeen("tag.id", by: viewer)) ORDER BY tag.name
      """)
  }
}

/// Declares these interests and no others.
package struct DeclareInterests: Sendable {
  let interests: DeclaredInterests
  package init(_ interests: DeclaredInterests) { self.interests = interests }

  /// A synonym stands for its tag. Throws ``ForumError/invalid(_:)`` `interestUnknown` for a word that nobody has used where the actor can see it.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let names = interests.names.map(\.text)
    let found = try tx.all(
      """
      SELECT tag.name, COALESCE(tag.synonym_of, tag.id) FROM tag
      WHERE tag.name \(anyOf: names) AND \(TagView.isSeen("COALESCE(tag.synonym_of, tag.id)", by: actor.viewer))
      """
    ) { row in (name: try row.next(String.self), tag: try row.next(TopicTagID.self)) }
    guard Set(found.map(\.name)) == Set(names) else { throw ForumError.invalid("tags", .interestUnknown) }
    let tags = Set(found.map(\.tag)).sorted { $0.rawValue < $1.rawValue }
    // What lies where they can no longer look stays as it was: they cannot have taken it off.
    try tx.run(
      """
      DELETE FROM interest WHERE member_id = \(actor.id) AND NOT (tag_id \(anyOf: tags)) AND EXISTS (
        SELECT 1 FROM tag WHERE tag.id = interest.tag_id AND \(TagView.isSeen("tag.id", by: actor.viewer)))
      """)
    for tag in tags {
      try tx.run(
        "INSERT INTO interest (member_id, tag_id, at) VALUES (\(actor.id), \(tag), \(tx.now)) ON CONFLICT (member_id, tag_id) DO NOTHING")
    }
    try tx.record(Event(.profileChanged, actor: actor.id, member: actor.id))
  }
}

/// The tags most topics have, to choose from.
package enum PopularTags {
  package static let most = 16
  package static func load(for viewer: Viewer, in tx: Transaction) throws -> [String] {
    try tx.values(
      """
      SELECT tag.name FROM tag WHERE tag.synonym_of IS NULL AND tag.topic_count > 0 AND \(TagView.isSeen("tag.id", by: viewer))
      ORDER BY tag.topic_count DESC, tag.name LIMIT \(most)
      """)
  }
}
