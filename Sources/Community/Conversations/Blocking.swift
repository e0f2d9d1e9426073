import Database

/// Who wants nothing to do with whom. What staff and moderators do reaches everybody, also where somebody blocked them before they were that.
enum Blocking {
  /// True where `member` wants nothing from `author`; null authors are blocked by nobody.
  static func stops(_ member: SQL, from author: SQL) -> SQL {
    """
    EXISTS (SELECT 1 FROM member_block JOIN member blocked ON blocked.id = member_block.blocked_id
      WHERE member_block.member_id = \(member) AND member_block.blocked_id = \(author) AND blocked.role IN ('member', 'helper'))
    """
  }

  /// True where either of the two blocked the other.
  static func parts(_ one: SQL, _ other: SQL) -> SQL {
    """
    (EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(one) AND member_block.blocked_id = \(other))
      OR EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(other) AND member_block.blocked_id = \(one)))
    """
  }
}
