import Database

/// Whether somebody's words reach somebody else. Every reason why not looks the same to whoever writes: nobody learns that they are blocked.
package enum Reach {
  /// True where `writer` may go on writing to `member` (a row of `member` under that name).
  static func takes(_ writer: MemberID, member: SQL, at now: Timestamp) -> SQL {
    """
    (\(member).suspended_until IS NULL OR \(member).suspended_until <= \(now)) AND NOT \(Blocking.stops("\(member).id", from: "\(writer)"))
    """
  }

  /// True where `writer` may begin to write to `member`: they have signed in once, and want to be written to. Who answers for the company may
  /// write to everybody.
  static func takesFirst(_ writer: Actor, member: SQL, at now: Timestamp) -> SQL {
    """
    \(takes(writer.id, member: member, at: now)) AND NOT \(member).imported
      AND (\(writer.may(.answerPrivately)) OR NOT EXISTS (SELECT 1 FROM message_choice WHERE message_choice.member_id = \(member).id AND NOT message_choice.wanted))
    """
  }
}
