package import Database

/// Changes what a tag is called and what it says of itself. Its old name stays as a synonym, so that addresses and habits lead on.
package struct ChangeTag: Sendable {
  let id: TopicTagID
  let name: TagName
  let description: String
  /// `description` is one line, cut after 300 characters.
  package init(_ id: TopicTagID, name: TagName, description: String) {
    (self.id, self.name, self.description) = (id, name, CreateCategory.line(description))
  }

  /// Throws ``ForumError/forbidden(_:)``, ``ForumError/notFound``, and ``ForumError/invalid(_:)`` `tagTaken` for a name that another has.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let before = try TagSheet.managed(id, by: actor, in: tx)
    guard before.name != name.text || before.description != description else { return }
    if before.name != name.text {
      try tx.run("DELETE FROM tag WHERE name = \(name.text) AND synonym_of = \(id)")
      if try tx.exists("SELECT 1 FROM tag WHERE name = \(name.text)") { throw ForumError.invalid("name", .tagTaken) }
    }
    try tx.run("UPDATE tag SET name = \(name.text), description = \(description) WHERE id = \(id)")
    if before.name != name.text {
      try tx.run("INSERT INTO tag (name, synonym_of, created_at) VALUES (\(before.name), \(id), \(tx.now))")
    }
    let note = [("name", before.name, name.text), ("description", before.description, description)].filter { $0.1 != $0.2 }
      .map { "\($0.0): \($0.1) → \($0.2)" }
    try tx.logTag("changed \(id.rawValue)", note: note.joined(separator: "\n"), by: actor)
  }
}

/// Makes a tag part of another: its topics, followers and interests go over, and its names become synonyms of the other. A topic that had
/// both keeps one, so it cannot be taken apart again.
package struct MergeTags: Sendable {
  let id: TopicTagID
  let target: TagName
  package init(_ id: TopicTagID, into target: TagName) { (self.id, self.target) = (id, target) }

  /// The tag it would become part of. Throws as ``perform(by:in:)``.
  package func look(for actor: Actor, in tx: Transaction) throws -> TagSheet {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    let found: TopicTagID? = try tx.value("SELECT coalesce(synonym_of, id) FROM tag WHERE name = \(target.text)")
    guard let found, found != id else { throw ForumError.invalid("otherTag", .tagAbsent) }
    return try TagSheet.find(found, for: actor, in: tx)
  }

  /// Answers the tag it is part of now. Throws ``ForumError/forbidden(_:)``, ``ForumError/notFound``, and ``ForumError/invalid(_:)``
  /// `tagAbsent` for a name that no other tag has.
  @discardableResult package func perform(by actor: Actor, in tx: Transaction) throws -> TopicTagID {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    let found: TopicTagID? = try tx.value("SELECT coalesce(synonym_of, id) FROM tag WHERE name = \(target.text)")
    // Sent twice: it is done.
    if let found, try tx.exists("SELECT 1 FROM tag WHERE id = \(id) AND synonym_of = \(found)") { return found }
    let before = try TagSheet.managed(id, by: actor, in: tx)
    guard let found, found != id else { throw ForumError.invalid("otherTag", .tagAbsent) }
    let after = try TagSheet.find(found, for: actor, in: tx)
    try move(to: found, in: tx)
    try tx.run("UPDATE tag SET synonym_of = \(found), topic_count = 0 WHERE id = \(id) OR synonym_of = \(id)")
    // What an import brings later goes to the tag that is left.
    try tx.run("UPDATE external_id SET local_id = \(found) WHERE kind = \(ImportSource.Kind.tag) AND local_id = \(id)")
    try tx.logTag("merged \(id.rawValue) \(found.rawValue)", note: "\(before.name) → \(after.name)", by: actor)
    return found
  }

  /// Whoever has chosen something about both keeps what they chose about the target.
  private func move(to target: TopicTagID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO topic_tag (topic_id, tag_id, bumped_at) SELECT topic_id, \(target), bumped_at FROM topic_tag WHERE tag_id = \(id)
      ON CONFLICT (topic_id, tag_id) DO NOTHING
      """)
    try tx.run("DELETE FROM topic_tag WHERE tag_id = \(id)")
    try tx.run(
      """
      UPDATE tag SET topic_count = (SELECT count(*) FROM topic_tag JOIN topic ON topic.id = topic_tag.topic_id
        WHERE topic_tag.tag_id = tag.id AND topic.deleted_at IS NULL AND NOT topic.hidden)
      WHERE tag.id = \(target)
      """)
    try tx.run(
      """
      INSERT INTO follow (member_id, kind, target_id, level, at)
      SELECT member_id, kind, \(target), level, at FROM follow WHERE kind = 'tag' AND target_id = \(id)
      ON CONFLICT (member_id, kind, target_id) DO NOTHING
      """)
    try tx.run("DELETE FROM follow WHERE kind = 'tag' AND target_id = \(id)")
    try tx.run(
      """
      INSERT INTO interest (member_id, tag_id, at) SELECT member_id, \(target), at FROM interest WHERE tag_id = \(id)
      ON CONFLICT (member_id, tag_id) DO NOTHING
      """)
    try tx.run("DELETE FROM interest WHERE tag_id = \(id)")
    try tx.run(
      """
      INSERT INTO matching_unused_tag (member_id, tag_id, at) SELECT member_id, \(target), at FROM matching_unused_tag WHERE tag_id = \(id)
      ON CONFLICT (member_id, tag_id) DO NOTHING
      """)
    try tx.run("DELETE FROM matching_unused_tag WHERE tag_id = \(id)")
    try tx.run(
      "UPDATE tag SET sensitive = TRUE WHERE id = \(target) AND EXISTS (SELECT 1 FROM tag lost WHERE lost.id = \(id) AND lost.sensitive)")
  }
}

/// Adds a synonym to a tag: whoever types it gets the tag.
package struct AddTagSynonym: Sendable {
  let id: TopicTagID
  let name: TagName
  /// The most of one tag.
  package static let most = 50
  package init(_ name: TagName, of id: TopicTagID) { (self.id, self.name) = (id, name) }

  /// Throws ``ForumError/forbidden(_:)``, ``ForumError/notFound``, and ``ForumError/invalid(_:)`` `tagTaken` for a word that is another tag
  /// or stands for one, and `synonymsTooMany`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let before = try TagSheet.managed(id, by: actor, in: tx)
    if before.synonyms.contains(name.text) { return }
    if try tx.exists("SELECT 1 FROM tag WHERE name = \(name.text)") { throw ForumError.invalid("synonym", .tagTaken) }
    guard before.synonyms.count < Self.most else { throw ForumError.invalid("synonym", .synonymsTooMany, Self.most) }
    try tx.run("INSERT INTO tag (name, synonym_of, created_at) VALUES (\(name.text), \(id), \(tx.now))")
    try tx.logTag("synonym \(id.rawValue)", note: "\(before.name): + \(name.text)", by: actor)
  }
}

/// Takes a synonym off a tag: the word is free again. Done twice, it is done once.
package struct RemoveTagSynonym: Sendable {
  let id: TopicTagID
  let name: String
  package init(_ name: String, of id: TopicTagID) { (self.id, self.name) = (id, name) }

  /// Throws ``ForumError/forbidden(_:)`` and ``ForumError/notFound``.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let before = try TagSheet.managed(id, by: actor, in: tx)
    guard before.synonyms.contains(name) else { return }
    try tx.run("DELETE FROM tag WHERE name = \(name) AND synonym_of = \(id)")
    try tx.logTag("synonym \(id.rawValue)", note: "\(before.name): - \(name)", by: actor)
  }
}

/// Removes a tag that no topic has, with its synonyms.
package struct RemoveTag: Sendable {
  let id: TopicTagID
  package init(_ id: TopicTagID) { self.id = id }

  /// Throws ``ForumError/forbidden(_:)``, ``ForumError/notFound``, and ``ForumError/conflict(_:)`` `editedMeanwhile` where a topic has it.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let before = try TagSheet.managed(id, by: actor, in: tx)
    guard before.isUnused else { throw ForumError.conflict(.editedMeanwhile) }
    try tx.run("DELETE FROM follow WHERE kind = 'tag' AND target_id = \(id)")
    try tx.run("DELETE FROM interest WHERE tag_id = \(id)")
    try tx.run("DELETE FROM matching_unused_tag WHERE tag_id = \(id)")
    try tx.run("DELETE FROM external_id WHERE kind = \(ImportSource.Kind.tag) AND local_id = \(id)")
    try tx.run("DELETE FROM tag WHERE synonym_of = \(id)")
    try tx.run("DELETE FROM tag WHERE id = \(id)")
    try tx.logTag("removed \(id.rawValue)", note: before.name, by: actor)
  }
}

extension TagSheet {
  /// The tag that is about to be changed. Throws ``ForumError/forbidden(_:)`` for who does not manage tags.
  fileprivate static func managed(_ id: TopicTagID, by actor: Actor, in tx: Transaction) throws -> TagSheet {
    guard actor.may(.manageCategories) else { throw ForumError.forbidden(.notAllowed) }
    return try find(id, for: actor, in: tx)
  }
}

extension Transaction {
  /// Notes in the log what became of a tag. `detail` is a fact of the program; names are in the note.
  fileprivate func logTag(_ detail: String, note: String, by actor: Actor) throws {
    try log(Act(.setting, by: .person(actor.id), detail: "tag \(detail)", note: note))
    try record(Event(.siteChanged, actor: actor.id))
    try record(Event(.tagChanged, actor: actor.id))
  }
}
