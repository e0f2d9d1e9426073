package import Database

/// What a member may see of what they were told, decided anew at every read: a notice of what is no longer theirs to see is not there.
enum ShownNotices {
  /// True for rows of `notice` (or the alias named), joined with their `post` and `topic`, that are shown to the member.
  static func condition(for viewer: Viewer, member: MemberID, notice: SQL = "notice") -> SQL {
    """
    \(Visibility.standing(viewer)) AND \(Visibility.standingPost)
      AND NOT (post.nameless AND \(notice).kind IN ('opened', 'written'))
      AND (\(notice).act <> 'accepted' OR EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id))
      AND (\(notice).act <> 'solved' OR topic.accepted_count > 0 OR topic.solved_at IS NOT NULL)
      AND NOT \(Muting.mutes("\(member)", author: "CASE WHEN \(notice).act = 'written' AND NOT post.nameless THEN post.author_id END"))
    """
  }
}

/// The number beside the bell.
package enum UnreadNotices {
  /// More than this is "99+".
  package static let mostCounted = 100
  /// So many are looked at, however many of them are no longer to be seen.
  private static let mostLookedAt = 500

  /// How many unread notices the viewer has, counted up to ``mostCounted``; none for a visitor.
  package static func count(for viewer: Viewer, in tx: Transaction) throws -> Int {
    guard let member = viewer.memberID else { return 0 }
    return try tx.value(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM (SELECT act, kind, post_id, topic_id FROM notice WHERE member_id = \(member) AND read_at IS NULL
          ORDER BY id DESC LIMIT \(mostLookedAt)) AS recent
        JOIN post ON post.id = recent.post_id JOIN topic ON topic.id = recent.topic_id
        WHERE \(ShownNotices.condition(for: viewer, member: member, notice: "recent")) LIMIT \(mostCounted)) AS counted
      """) ?? 0
  }
}
