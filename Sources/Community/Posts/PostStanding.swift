import Database

/// Whether a post stands for everybody, and what follows in counters and its topic when that changes.
enum PostStanding {
  /// Takes a post from sight until it is shown again; its author and whoever looks after it still see it. Does nothing to one that is hidden.
  static func hide(_ old: PostForChange, post: PostID, in tx: Transaction) throws {
    guard try tx.run("UPDATE post SET hidden = TRUE WHERE id = \(post) AND NOT hidden") > 0 else { return }
    if old.kind == .opening { try tx.run("UPDATE topic SET hidden = TRUE WHERE id = \(old.topic)") }
    if old.deletedAt == nil { try follow(old, post: post, stands: false, in: tx) }
  }

  /// Shows it again.
  static func show(_ old: PostForChange, post: PostID, in tx: Transaction) throws {
    guard try tx.run("UPDATE post SET hidden = FALSE WHERE id = \(post) AND hidden") > 0 else { return }
    if old.kind == .opening { try tx.run("UPDATE topic SET hidden = FALSE WHERE id = \(old.topic)") }
    if old.deletedAt == nil { try follow(old, post: post, stands: true, in: tx) }
  }

  static func delete(_ old: PostForChange, post: PostID, by actor: MemberID, in tx: Transaction) throws {
    try tx.run("UPDATE post SET deleted_at = \(tx.now), deleted_by = \(actor) WHERE id = \(post)")
    if old.kind == .opening { try tx.run("UPDATE topic SET deleted_at = \(tx.now), deleted_by = \(actor) WHERE id = \(old.topic)") }
    if !old.isHidden { try follow(old, post: post, stands: false, in: tx) }
  }

  static func restore(_ old: PostForChange, post: PostID, in tx: Transaction) throws {
    try tx.run("UPDATE post SET deleted_at = NULL, deleted_by = NULL WHERE id = \(post)")
    if old.kind == .opening { try tx.run("UPDATE topic SET deleted_at = NULL, deleted_by = NULL WHERE id = \(old.topic)") }
    if !old.isHidden { try follow(old, post: post, stands: true, in: tx) }
  }

  private static func follow(_ old: PostForChange, post: PostID, stands: Bool, in tx: Transaction) throws {
    let step = stands ? 1 : -1
    try tx.run("UPDATE member SET post_count = post_count + \(step) WHERE id = \(old.author)")
    switch old.kind {
    case .remark: try tx.run("UPDATE post SET remark_count = remark_count + \(step) WHERE id = \(old.parent)")
    case .answer, .reply:
      try TopicCounters.recountPosts(of: old.topic, in: tx)
      try TopicCounters.recountAccepted(of: old.topic, in: tx)
      try tx.run(
        """
        UPDATE member SET accepted_count = accepted_count + \(step)
        WHERE id = \(old.author) AND EXISTS (SELECT 1 FROM acceptance WHERE post_id = \(post))
        """)
    case .opening:
      try tx.run("UPDATE category SET topic_count = topic_count + \(step) WHERE id = \(old.category)")
      try tx.run("UPDATE member SET topic_count = topic_count + \(step) WHERE id = \(old.author)")
      try tx.run(
        "UPDATE tag SET topic_count = topic_count + \(step) WHERE id IN (SELECT tag_id FROM topic_tag WHERE topic_id = \(old.topic))")
    }
  }
}
