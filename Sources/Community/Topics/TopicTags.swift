package import Database

/// Puts tags on topics and keeps their counts.
package enum TopicTags {
  /// Sets a topic's tags to the chosen ones; synonyms become the tag they stand for, and unknown words are new tags where the actor may make them.
  /// Throws `tagUnknown` beside the field `tags` where they may not.
  package static func set(_ choice: TagChoice, on topic: TopicID, by actor: Actor, in tx: Transaction) throws {
    var chosen: [TopicTagID] = []
    for name in choice.names {
      let id = try find(name, for: actor, in: tx) ?? make(name, by: actor, in: tx)
      if !chosen.contains(id) { chosen.append(id) }
    }
    // The tags of what is hidden count nothing.
    let step = try tx.exists("SELECT 1 FROM topic WHERE id = \(topic) AND deleted_at IS NULL AND NOT hidden") ? 1 : 0
    let present = try tx.values("SELECT tag_id FROM topic_tag WHERE topic_id = \(topic)", as: TopicTagID.self)
    for tag in present where !chosen.contains(tag) {
      try tx.run("DELETE FROM topic_tag WHERE topic_id = \(topic) AND tag_id = \(tag)")
      try tx.run("UPDATE tag SET topic_count = topic_count - \(step) WHERE id = \(tag)")
    }
    for tag in chosen where !present.contains(tag) {
      try tx.run(
        "INSERT INTO topic_tag (topic_id, tag_id, bumped_at) SELECT \(topic), \(tag), bumped_at FROM topic WHERE id = \(topic)")
      try tx.run("UPDATE tag SET topic_count = topic_count + \(step) WHERE id = \(tag)")
    }
  }

  /// For who may not make tags there are only those they can see, and those not used yet: else choosing one would tell that it exists.
  private static func find(_ name: TagName, for actor: Actor, in tx: Transaction) throws -> TopicTagID? {
    let meant: SQL = "coalesce(tag.synonym_of, tag.id)"
    let isKnown: SQL =
      mayMake(actor)
      ? "TRUE" : "(\(TagView.isSeen(meant, by: actor.viewer)) OR NOT EXISTS (SELECT 1 FROM topic_tag WHERE topic_tag.tag_id = \(meant)))"
    return try tx.value("SELECT \(meant) FROM tag WHERE tag.name = \(name.text) AND \(isKnown)")
  }

  private static func mayMake(_ actor: Actor) -> Bool { actor.viewer.isSettled || actor.may(.createTags) }

  private static func make(_ name: TagName, by actor: Actor, in tx: Transaction) throws -> TopicTagID {
    guard mayMake(actor) else { throw ForumError.invalid("tags", .tagUnknown) }
    let id: TopicTagID? = try tx.value(
      """
      INSERT INTO tag (name, created_at) VALUES (\(name.text), \(tx.now))
      ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    return id
  }
}
