package import Database

/// Who answers where somebody is at home: shown while nobody can be suggested yet. It says what everybody can read, and ranks nobody.
package struct AnswersInTags: Sendable, Equatable {
  package let badge: MemberBadge
  package let tag: String

  private static let most = 6
  /// The newest answers looked at.
  private static let looked = 300

  /// Members who answered lately in tags the actor declared or used, with the newest of those tags; the newest first.
  package static func load(for actor: Actor, in tx: Transaction) throws -> [AnswersInTags] {
    let rows = try tx.all(
      """
      SELECT \(MemberBadge.columns("member")), recent.tag FROM (
        SELECT post.id, post.author_id, tag.name AS tag FROM topic_tag JOIN tag ON tag.id = topic_tag.tag_id
          JOIN topic ON topic.id = topic_tag.topic_id JOIN post ON post.topic_id = topic.id
        WHERE topic_tag.tag_id IN (SELECT tag_id FROM interest WHERE member_id = \(actor.id)
            UNION SELECT own.tag_id FROM topic_tag own JOIN topic asked ON asked.id = own.topic_id WHERE asked.author_id = \(actor.id))
          AND post.kind = 'answer' AND NOT post.nameless AND post.author_id <> \(actor.id) AND \(Visibility.standing(actor.viewer))
          AND \(MatchFeed.fed) AND \(Visibility.standingPost)
        ORDER BY post.id DESC LIMIT \(looked)
      ) recent JOIN member ON member.id = recent.author_id
      WHERE \(MatchFeed.isKnown("member")) AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
        AND NOT EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(actor.id) AND member_block.blocked_id = member.id)
        AND NOT EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = member.id AND member_block.blocked_id = \(actor.id))
      ORDER BY recent.id DESC, recent.tag
      """
    ) { row in AnswersInTags(badge: try MemberBadge(&row), tag: try row.next()) }
    var seen: Set<MemberID> = []
    return Array(rows.filter { seen.insert($0.badge.id).inserted }.prefix(most))
  }
}
