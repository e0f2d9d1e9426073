package import Database

/// Adds an answer to a question or a reply to a discussion.
package struct WriteReply: Sendable {
  package let topic: TopicID
  package let body: PostBody
  /// The number of the last post the writer had on the page; nil when they chose "Post anyway".
  package let seen: Int?
  /// The post this one answers, in a discussion.
  package let replyTo: PostID?
  package let key: SubmissionKey

  package init(topic: TopicID, body: PostBody, seen: Int?, replyTo: PostID?, key: SubmissionKey) {
    self.topic = topic
    self.body = body
    self.seen = seen
    self.replyTo = replyTo
    self.key = key
  }

  /// Writes it and answers its number. Throws ``ForumError/conflict(_:)`` with `newPosts` when somebody else wrote meanwhile.
  package func perform(by actor: Actor, in tx: Transaction) throws -> PostID {
    if let post = try key.earlierPost(of: actor.id, in: tx) { return post }
    let state = try ReplyTarget.find(topic, for: actor.viewer, in: tx)
    if actor.viewer.isSilenced { throw ForumError.forbidden(.silenced) }
    guard actor.may(.reply), state.takesReplies else { throw ForumError.forbidden(.notAllowed) }
    guard !state.isLocked else { throw ForumError.forbidden(.locked) }
    if let seen, try hasNewer(than: seen, notBy: actor, in: tx) { throw ForumError.conflict(.newPosts) }
    try SlowTopic.check(topic, state.slowSeconds, actor, in: state.category, tx: tx)
    try PostingLimits.checkMayReply(actor, topicAuthor: state.author, in: tx)
    let checked = try Prevention.check(WrittenText(body: body), by: actor, in: tx)
    let body = checked.text.body

    let parent: PostID? = try replyTo.flatMap {
      try tx.value(
        """
        SELECT post.id FROM post WHERE post.id = \($0) AND post.topic_id = \(topic) AND post.number IS NOT NULL
          AND post.deleted_at IS NULL AND NOT post.hidden
        """)
    }
    let number: Int? = try tx.value("UPDATE topic SET last_number = last_number + 1 WHERE id = \(topic) RETURNING last_number")
    let post = try body.insert(in: topic, number: number, kind: state.kind.replyKind, parent: parent, by: actor.id, tx: tx)
    try tx.run(
      """
      UPDATE topic SET reply_count = reply_count + 1, others_count = others_count + \(state.author == actor.id ? 0 : 1), last_post_id = \(post), last_poster_id = \(actor.id), bumped_at = \(tx.now)
      WHERE id = \(topic)
      """)
    try tx.run("UPDATE topic_tag SET bumped_at = \(tx.now) WHERE topic_id = \(topic)")
    try tx.run("UPDATE member SET post_count = post_count + 1 WHERE id = \(actor.id)")
    try SearchIndex.add(post, title: nil, body: body, in: tx)
    try key.remember(post, of: actor.id, in: tx)
    try tx.record(Event(.postWritten, actor: actor.id, topic: topic, post: post))
    try checked.settle(post, in: tx)
    return post
  }

  private func hasNewer(than seen: Int, notBy actor: Actor, in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      SELECT 1 FROM post WHERE topic_id = \(topic) AND number > \(seen) AND author_id <> \(actor.id)
        AND deleted_at IS NULL AND NOT hidden
      """)
  }
}

/// What must be known of a topic before something is written into it.
struct ReplyTarget: SQLRow {
  let kind: TopicKind
  let author: MemberID
  let isLocked: Bool
  let takesReplies: Bool
  let category: CategoryID
  let slowSeconds: Int

  init(_ row: inout Row) throws {
    kind = try row.next()
    author = try row.next()
    isLocked = try row.next()
    takesReplies = try row.next()
    category = try row.next()
    slowSeconds = try row.next()
  }

  /// Throws ``ForumError/notFound`` unless the topic stands and the viewer may see it.
  static func find(_ topic: TopicID, for viewer: Viewer, in tx: Transaction) throws -> ReplyTarget {
    let target: ReplyTarget? = try tx.first(
      """
      SELECT topic.kind, topic.author_id, \(CloseTopic.isClosed(at: tx.now)), \(Visibility.takesReplies(viewer)),
        topic.category_id, topic.slow_seconds
      FROM topic WHERE topic.id = \(topic) AND \(Visibility.standing(viewer))
      """)
    guard let target else { throw ForumError.notFound }
    return target
  }
}
