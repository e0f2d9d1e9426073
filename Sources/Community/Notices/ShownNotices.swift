package import Database

/// What a member may see of what they were told, decided anew at every read: a notice of what is no longer theirs to see is not there.
enum ShownNotices {
  /// What ``condition(for:member:notice:)`` asks beside rows of `notice` (or the alias named).
  static func joins(_ notice: SQL = "notice") -> SQL {
    """
    LEFT JOIN decision ON decision.act_id = \(notice).decision_id LEFT JOIN act decided ON decided.id = decision.act_id
    LEFT JOIN report ON report.review_id = \(notice).review_id AND report.member_id = \(notice).member_id
    LEFT JOIN review ON review.id = report.review_id
    LEFT JOIN post ON post.id = coalesce(\(notice).post_id, review.post_id)
    LEFT JOIN topic ON topic.id = coalesce(\(notice).topic_id, post.topic_id)
    LEFT JOIN conversation_part part ON part.id = \(notice).part_id LEFT JOIN conversation ON conversation.id = part.conversation_id
    """
  }

  /// True for rows of `notice` (or the alias named), with ``joins(_:)``, that are shown to the member.
  static func condition(for viewer: Viewer, member: MemberID, notice: SQL = "notice") -> SQL {
    condition(for: viewer, member: "\(member)", notice: notice)
  }

  /// The same for every member `member` names whose role and permissions are the viewer's.
  static func condition(for viewer: Viewer, member: SQL, notice: SQL) -> SQL {
    """
    CASE WHEN \(notice).act = 'decided' THEN TRUE
    WHEN \(notice).part_id IS NULL THEN \(Visibility.standing(viewer)) AND \(Visibility.standingPost)
      AND NOT (post.nameless AND \(notice).kind IN ('opened', 'written'))
      AND (\(notice).act <> 'accepted' OR EXISTS (SELECT 1 FROM acceptance WHERE acceptance.post_id = post.id))
      AND (\(notice).act <> 'solved' OR topic.accepted_count > 0 OR topic.solved_at IS NOT NULL)
      AND (\(notice).act <> 'offered' OR \(OfferRule.stands(for: member)))
      AND NOT \(Muting.mutes(member, author: "CASE WHEN \(notice).act IN ('written', 'offered') AND NOT post.nameless THEN post.author_id END"))
    ELSE \(ConversationRule.readable(by: member, viewer))
      AND NOT \(isSilenced(for: member, conversation: "conversation.id", author: "part.author_id")) END
    """
  }

  /// True where `member` wants to hear nothing of a conversation, or of who wrote in it.
  static func isSilenced(for member: SQL, conversation: SQL, author: SQL) -> SQL {
    """
    (EXISTS (SELECT 1 FROM conversation_member own WHERE own.conversation_id = \(conversation) AND own.member_id = \(member)
        AND (own.muted OR own.left_at IS NOT NULL))
      OR EXISTS (SELECT 1 FROM follow muted WHERE muted.member_id = \(member) AND muted.level = 'mute' AND muted.kind = 'member'
        AND muted.target_id = \(author))
      OR \(Blocking.stops(member, from: author)))
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
    return try tx.value(counting(for: viewer, "\(member)")) ?? 0
  }

  /// The same for many, in one statement for all who see alike: asked one by one, a thousand open pages wait for the last of them.
  package static func counts(for viewers: [Viewer], in tx: Transaction) throws -> [MemberID: Int] {
    var counts: [MemberID: Int] = [:]
    for (_, alike) in Dictionary(grouping: viewers, by: { Sight(role: $0.role, actions: $0.actions, moderated: $0.moderated) }) {
      guard let one = alike.first else { continue }
      let found: [(MemberID, Int)] = try tx.all(
        "SELECT reader.id, (\(counting(for: one, "reader.id"))) FROM member reader WHERE reader.id \(anyOf: alike.compactMap(\.memberID))"
      ) { row in (try row.next(), try row.next()) }
      for (member, count) in found { counts[member] = count }
    }
    return counts
  }

  /// What two members must have in common to be shown the same of what both were told.
  private struct Sight: Hashable {
    let role: Role
    let actions: Actions
    let moderated: [CategoryID]
  }

  private static func counting(for viewer: Viewer, _ member: SQL) -> SQL {
    """
    SELECT count(*) FROM (
      SELECT 1 FROM (SELECT member_id, act, kind, post_id, topic_id, part_id, decision_id, review_id FROM notice
        WHERE member_id = \(member) AND read_at IS NULL ORDER BY id DESC LIMIT \(mostLookedAt)) AS recent
      \(ShownNotices.joins("recent"))
      WHERE \(ShownNotices.condition(for: viewer, member: member, notice: "recent")) LIMIT \(mostCounted)) AS counted
    """
  }
}
