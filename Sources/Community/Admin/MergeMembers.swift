package import Database

/// Makes one account of two that are one person's. What the lesser one has goes to the other; its row stays, empties, and leads there. Nothing takes
/// it back.
package struct MergeMembers: Sendable {
  let lesser: MemberID
  let kept: MemberID
  package init(_ lesser: MemberID, into kept: MemberID) { (self.lesser, self.kept) = (lesser, kept) }

  /// Throws ``ForumError/notFound`` for who is not there, was erased or became another already, and ``ForumError/forbidden(_:)`` `notAllowed` for
  /// an admin, for oneself and for the same account twice.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard actor.may(.mergeMembers) else { throw ForumError.forbidden(.notAllowed) }
    guard let old = try MergedAccount.find(lesser, in: tx), let new = try MergedAccount.find(kept, in: tx) else {
      throw ForumError.notFound
    }
    guard Self.isPossible(old, into: new, by: actor, at: tx.now) else { throw ForumError.forbidden(.notAllowed) }
    let voted = try postsWithOtherVotes(in: tx)
    let asked = try topicsWithOtherMeToos(in: tx)
    try MergedConversations(lesser: lesser, kept: kept).bring(in: tx)
    try bringDrafts(in: tx)
    try bringReview(in: tx)
    try bringPictures(in: tx)
    try bringMarks(in: tx)
    try tx.run("DELETE FROM mail WHERE member_id = \(lesser) AND state = 'queued'")
    try MergedRows.bring(from: lesser, to: kept, in: tx)
    try bringNames(in: tx)
    try forgetSelves(in: tx)
    try tx.run("UPDATE post SET vote_count = (SELECT count(*) FROM vote WHERE vote.post_id = post.id) WHERE id \(anyOf: voted)")
    try tx.run(
      "UPDATE topic SET me_too_count = (SELECT count(*) FROM me_too WHERE me_too.topic_id = topic.id) WHERE id \(anyOf: asked)")
    try tx.run("UPDATE topic SET others_count = \(TopicCounters.othersCount) WHERE author_id = \(kept)")
    try MergedAccount.join(old, new, in: tx)
    let act = try tx.log(Act(.joinMembers, by: .person(actor.id), member: kept, detail: "from \(lesser.rawValue)"))
    if kept != actor.id { try Decision.tell(kept, of: act, by: actor.id, in: tx) }
    try tx.record(Event(.membersJoined, actor: actor.id, member: kept, detail: old.isVerified && new.email != nil ? old.email ?? "" : ""))
  }

  /// A term comes along, and nobody takes one from an admin.
  static func isPossible(_ lesser: MergedAccount, into kept: MergedAccount, by actor: Actor, at now: Timestamp) -> Bool {
    lesser.role != .admin && lesser.id != actor.id && lesser.id != kept.id && (kept.role != .admin || lesser.restricted(at: now) == nil)
  }

  /// Nobody votes twice or on their own.
  private func postsWithOtherVotes(in tx: Transaction) throws -> [PostID] {
    try tx.values(
      """
      SELECT DISTINCT vote.post_id FROM vote JOIN post ON post.id = vote.post_id
      WHERE vote.member_id IN (\(lesser), \(kept)) AND (post.author_id IN (\(lesser), \(kept)) OR EXISTS (
        SELECT 1 FROM vote other WHERE other.post_id = vote.post_id AND other.member_id IN (\(lesser), \(kept))
          AND other.member_id <> vote.member_id))
      """, as: PostID.self)
  }

  private func topicsWithOtherMeToos(in tx: Transaction) throws -> [TopicID] {
    try tx.values(
      """
      SELECT DISTINCT me_too.topic_id FROM me_too JOIN topic ON topic.id = me_too.topic_id
      WHERE me_too.member_id IN (\(lesser), \(kept)) AND (topic.author_id IN (\(lesser), \(kept)) OR EXISTS (
        SELECT 1 FROM me_too other WHERE other.topic_id = me_too.topic_id AND other.member_id IN (\(lesser), \(kept))
          AND other.member_id <> me_too.member_id))
      """, as: TopicID.self)
  }

  /// Where both began a text, that of the lesser one is put aside, from where it can be taken back for a day. Letters that others began to it
  /// go to the other.
  private func bringDrafts(in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM draft WHERE kind = 'letter' AND member_id IN (\(lesser), \(kept)) AND target IN (\(lesser), \(kept))
      """)
    let putAside: SQL = "UPDATE draft SET state = 'discarded', hand = '', saved_at = \(tx.now) WHERE state = 'kept'"
    try tx.run(
      """
      \(putAside) AND member_id = \(lesser) AND EXISTS (SELECT 1 FROM draft own
        WHERE own.member_id = \(kept) AND own.kind = draft.kind AND own.target = draft.target AND own.state = 'kept')
      """)
    try tx.run(
      """
      \(putAside) AND kind = 'letter' AND target = \(lesser) AND EXISTS (SELECT 1 FROM draft own
        WHERE own.member_id = draft.member_id AND own.kind = 'letter' AND own.target = \(kept) AND own.state = 'kept')
      """)
    try tx.run("UPDATE draft SET target = \(kept) WHERE kind = 'letter' AND target = \(lesser)")
  }

  /// Where a person has both accounts to look at, it becomes one look.
  private func bringReview(in tx: Transaction) throws {
    let open: SQL = "settled_at IS NULL AND act_id IS NULL"
    guard let own: ReviewID = try tx.value("SELECT id FROM review WHERE member_id = \(kept) AND \(open)"),
      let other: ReviewID = try tx.value("SELECT id FROM review WHERE member_id = \(lesser) AND \(open)")
    else { return }
    try tx.run(
      """
      UPDATE report SET review_id = \(own) WHERE review_id = \(other) AND NOT EXISTS (
        SELECT 1 FROM report known WHERE known.review_id = \(own) AND known.member_id = report.member_id)
      """)
    try tx.run(
      """
      UPDATE review_evidence SET review_id = \(own) WHERE review_id = \(other) AND NOT EXISTS (SELECT 1 FROM review_evidence known
        WHERE known.review_id = \(own) AND known.kind = review_evidence.kind AND known.value = review_evidence.value)
      """)
    try tx.run("DELETE FROM report WHERE review_id = \(other)")
    try tx.run("DELETE FROM review_evidence WHERE review_id = \(other)")
    try tx.run("DELETE FROM review WHERE id = \(other)")
  }

  /// The same file, sent by both, is two pictures then; and somebody has one face.
  private func bringPictures(in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE picture SET source = NULL WHERE member_id = \(lesser) AND EXISTS (
        SELECT 1 FROM picture own WHERE own.member_id = \(kept) AND own.source = picture.source)
      """)
    try tx.run(
      """
      UPDATE member SET face = (SELECT other.face FROM member other WHERE other.id = \(lesser)) WHERE id = \(kept) AND face IS NULL
      """)
    try tx.run(
      """
      UPDATE picture SET unused_since = \(tx.now) WHERE member_id = \(lesser) AND kind = 'face' AND unused_since IS NULL
        AND NOT EXISTS (SELECT 1 FROM member own WHERE own.id = \(kept) AND own.face = picture.name)
      """)
  }

  /// Whoever read further has read that far.
  private func bringMarks(in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE read_mark SET number = other.number FROM read_mark other
      WHERE read_mark.member_id = \(kept) AND other.member_id = \(lesser) AND other.topic_id = read_mark.topic_id
        AND other.number > read_mark.number
      """)
    try tx.run("DELETE FROM member_block WHERE member_id IN (\(lesser), \(kept)) AND blocked_id IN (\(lesser), \(kept))")
    try tx.run("DELETE FROM matching_pass WHERE member_id IN (\(lesser), \(kept)) AND other_id IN (\(lesser), \(kept))")
    // Keys are made for each form, but nothing says that two members cannot have had the same.
    try tx.run(
      """
      UPDATE conversation_part SET key = 'merged-' || id WHERE author_id = \(lesser) AND EXISTS (
        SELECT 1 FROM conversation_part own WHERE own.author_id = \(kept) AND own.key = conversation_part.key)
      """)
  }

  /// What names a member without referring to the table.
  private func bringNames(in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM follow WHERE kind = 'member' AND target_id = \(lesser) AND EXISTS (
        SELECT 1 FROM follow own WHERE own.kind = 'member' AND own.target_id = \(kept) AND own.member_id = follow.member_id)
      """)
    try tx.run("UPDATE follow SET target_id = \(kept) WHERE kind = 'member' AND target_id = \(lesser)")
    try tx.run("UPDATE external_id SET local_id = \(kept) WHERE kind = \(ImportSource.Kind.member) AND local_id = \(lesser)")
    // Reactions that have not come so far would go on with a member who is no more.
    let unread: SQL = "id > (SELECT coalesce(min(event_id), 0) FROM reaction)"
    try tx.run("UPDATE event SET actor_id = \(kept) WHERE \(unread) AND actor_id = \(lesser)")
    try tx.run("UPDATE event SET member_id = \(kept) WHERE \(unread) AND member_id = \(lesser)")
  }

  /// What the two did to each other is done to oneself now.
  private func forgetSelves(in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM vote WHERE member_id = \(kept) AND EXISTS (SELECT 1 FROM post WHERE post.id = vote.post_id AND post.author_id = \(kept))
      """)
    try tx.run(
      """
      DELETE FROM me_too WHERE member_id = \(kept)
        AND EXISTS (SELECT 1 FROM topic WHERE topic.id = me_too.topic_id AND topic.author_id = \(kept))
      """)
    try tx.run("DELETE FROM follow WHERE member_id = \(kept) AND kind = 'member' AND target_id = \(kept)")
    try tx.run(
      """
      DELETE FROM notice WHERE member_id = \(kept) AND act = 'written'
        AND EXISTS (SELECT 1 FROM post WHERE post.id = notice.post_id AND post.author_id = \(kept))
      """)
  }
}
