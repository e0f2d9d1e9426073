import Database

/// The one rule of who reads a conversation: those in it, and of one with the company whoever answers for it. Nobody else, whatever their
/// role; moderators read single parts that were reported (``ReviewItem``).
enum ConversationRule {
  /// True for rows of `conversation` the member may read.
  static func readable(by member: SQL, _ viewer: Viewer) -> SQL {
    let own: SQL = """
      EXISTS (SELECT 1 FROM conversation_member mine WHERE mine.conversation_id = conversation.id AND mine.member_id = \(member)
        AND mine.left_at IS NULL AND (conversation.kind = 'members' OR conversation.started_by = \(member)))
      """
    return viewer.may(.answerPrivately) ? "(conversation.kind = 'staff' OR \(own))" : own
  }

  static func readable(by actor: Actor) -> SQL { readable(by: "\(actor.id)", actor.viewer) }

  /// The other one of two, or who asked the company: as a number, for rows of `conversation`.
  static func other(than member: MemberID) -> SQL {
    """
    CASE WHEN conversation.kind = 'staff' THEN conversation.started_by
      WHEN conversation.first_id = \(member) THEN conversation.second_id ELSE conversation.first_id END
    """
  }
}
