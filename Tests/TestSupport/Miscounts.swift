import Community
package import Database

extension Store {
  /// Everything that is kept beside its rows and differs from them, in words; empty when all is right. A write, because the index of words
  /// compares itself by one.
  package func miscounts() async throws -> [String] {
    try await write { tx in
      var faults = try Recount.perform(in: tx).map { "\($0.counter) of \($0.example) and \($0.rows - 1) others" }
      let verdict = try SearchCheck.compare(in: tx)
      if !verdict.isGood { faults.append("words: \(verdict)") }
      do { try SearchCheck.compareIndex(in: tx) } catch { faults.append("the index of words: \(error)") }
      for (name, sql) in agreements {
        let rows = try tx.values(sql, as: Int64.self)
        if !rows.isEmpty { faults.append("\(name): \(rows)") }
      }
      return faults
    }
  }
}

/// What must hold between rows though nothing counts it; each finds the rows for which it does not.
private let agreements: [(String, SQL)] = [
  (
    "a topic stands where its last post left it",
    "SELECT topic.id FROM topic JOIN post ON post.id = topic.last_post_id WHERE post.created_at <> topic.bumped_at"
  ),
  (
    "a topic is deleted with its opening post",
    """
    SELECT topic.id FROM topic JOIN post ON post.topic_id = topic.id AND post.number = 1
    WHERE (topic.deleted_at IS NULL) <> (post.deleted_at IS NULL)
    """
  ),
  (
    "a topic is hidden with its opening post",
    "SELECT topic.id FROM topic JOIN post ON post.topic_id = topic.id AND post.number = 1 WHERE post.hidden AND NOT topic.hidden"
  ),
  (
    "only answers are accepted, in their own topic",
    """
    SELECT post.id FROM acceptance JOIN post ON post.id = acceptance.post_id
    WHERE acceptance.topic_id <> post.topic_id OR post.kind <> 'answer'
    """
  ),
  (
    "whoever objects objects to a mark",
    "SELECT post_id FROM objection WHERE NOT EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = objection.post_id)"
  ),
  (
    "every version is kept",
    "SELECT id FROM post WHERE version <> 1 + (SELECT count(*) FROM post_version WHERE post_version.post_id = post.id)"
  ),
]
