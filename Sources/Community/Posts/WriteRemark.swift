package import Database

/// Adds a remark to a post: short, one level deep, in the order they come.
package struct WriteRemark: Sendable {
  /// The most bytes of a remark.
  package static let mostBytes = 2_000
  package let post: PostID
  package let body: PostBody
  package let key: SubmissionKey

  /// Throws `tooLong` when the body is longer than a remark may be.
  package init(post: PostID, body: PostBody, key: SubmissionKey) throws(Problem) {
    if body.source.utf8.count > Self.mostBytes { throw Problem(.tooLong, Self.mostBytes) }
    self.post = post
    self.body = body
    self.key = key
  }

  /// Writes it and answers its number.
  package func perform(by actor: Actor, in tx: Transaction) throws -> PostID {
    if let earlier = try key.earlierPost(of: actor.id, in: tx) { return earlier }
    let topic: TopicID? = try tx.value(
      """
      SELECT topic.id FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id = \(post) AND post.kind <> 'remark' AND post.deleted_at IS NULL AND NOT post.hidden AND \(Visibility.standing(actor.viewer))
      """)
    guard let topic else { throw ForumError.notFound }
    let target = try ReplyTarget.find(topic, for: actor.viewer, in: tx)
    if actor.viewer.isSilenced { throw ForumError.forbidden(.silenced) }
    guard actor.may(.remark), target.takesReplies else { throw ForumError.forbidden(.notAllowed) }
    guard !target.isLocked else { throw ForumError.forbidden(.locked) }
    try PostingLimits.checkMayReply(actor, topicAuthor: target.author, in: tx)
    let checked = try Prevention.check(WrittenText(body: body), by: actor, in: tx)
    let body = checked.text.body

    let remark = try body.insert(in: topic, number: nil, kind: .remark, parent: post, by: actor.id, tx: tx)
    try tx.run("UPDATE post SET remark_count = remark_count + 1 WHERE id = \(post)")
    try tx.run("UPDATE member SET post_count = post_count + 1 WHERE id = \(actor.id)")
    try SearchIndex.add(remark, title: nil, body: body, in: tx)
    try key.remember(remark, of: actor.id, in: tx)
    try tx.record(Event(.postWritten, actor: actor.id, topic: topic, post: remark))
    try checked.settle(remark, in: tx)
    return remark
  }
}
