import Database

/// Whom something is muted for, or from whom they want nothing: what they chose for the topic counts there in place of what they chose for its category and tags.
enum Muting {
  /// True for rows of `topic` that `member` wants to hear nothing of; `author` is who wrote what it is about, or null where nobody is named.
  static func mutes(_ member: SQL, author: SQL) -> SQL {
    """
    (\(Blocking.stops(member, from: author)) OR EXISTS (SELECT 1 FROM follow muted WHERE muted.member_id = \(member) AND muted.level = 'mute' AND (
      (muted.kind = 'topic' AND muted.target_id = topic.id) OR (muted.kind = 'member' AND muted.target_id = \(author))
      OR (((muted.kind = 'category' AND muted.target_id = topic.category_id)
          OR (muted.kind = 'tag' AND EXISTS (
            SELECT 1 FROM topic_tag WHERE topic_tag.topic_id = topic.id AND topic_tag.tag_id = muted.target_id)))
        AND NOT EXISTS (SELECT 1 FROM follow chosen
          WHERE chosen.member_id = \(member) AND chosen.kind = 'topic' AND chosen.target_id = topic.id)))))
    """
  }
}
