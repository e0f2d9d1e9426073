package import Database

/// Says that a post helped: one vote for each member and post, given or taken back.
package struct VotePost: Sendable {
  package let post: PostID
  package let wanted: Bool
  package init(post: PostID, wanted: Bool) {
    self.post = post
    self.wanted = wanted
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let found = try tx.first(
      """
      SELECT post.author_id, post.topic_id FROM post JOIN topic ON topic.id = post.topic_id
      WHERE post.id = \(post) AND post.kind <> 'remark' AND post.deleted_at IS NULL AND NOT post.hidden AND \(Visibility.standing(actor.viewer))
      """
    ) { row in (author: try row.next(MemberID.self), topic: try row.next(TopicID.self)) }
    guard let found else { throw ForumError.notFound }
    guard actor.may(.vote), found.author != actor.id else { throw ForumError.forbidden(.notAllowed) }
    if wanted {
      try HeldMember.refuse(actor, in: tx)
      try ActionLimits.count(.votes, .votes, by: actor, in: tx)
      let isNew = try tx.run(
        "INSERT INTO vote (post_id, member_id, at) VALUES (\(post), \(actor.id), \(tx.now)) ON CONFLICT (post_id, member_id) DO NOTHING")
      guard isNew > 0 else { return }
      try tx.run("UPDATE post SET vote_count = vote_count + 1 WHERE id = \(post)")
      try tx.record(Event(.voteGiven, actor: actor.id, topic: found.topic, post: post))
    } else {
      guard try tx.run("DELETE FROM vote WHERE post_id = \(post) AND member_id = \(actor.id)") > 0 else { return }
      try tx.run("UPDATE post SET vote_count = vote_count - 1 WHERE id = \(post)")
      try tx.record(Event(.voteTaken, actor: actor.id, topic: found.topic, post: post))
    }
  }
}
