import Database

/// When a question may be offered, to whom, and whether an offer still stands. Decided anew at every read, so that an offer is nowhere any more in
/// the moment in which the question is answered, removed or made private, or the member wants to be asked nothing.
enum OfferRule {
  /// True for rows of `topic`: a question that everybody may read, that takes answers, and that nobody but its asker has answered.
  static var waits: SQL {
    """
    topic.kind = 'question' AND topic.others_count = 0 AND topic.accepted_count = 0 AND topic.solved_at IS NULL
      AND topic.duplicate_of IS NULL AND topic.locked_at IS NULL AND \(Visibility.inOpenCategory) AND \(MatchFeed.fed)
    """
  }

  /// True for rows of `topic` that are offered to `member` at this moment.
  static func stands(for member: SQL) -> SQL {
    """
    (EXISTS (SELECT 1 FROM question_offer offer JOIN member asked ON asked.id = offer.member_id
        JOIN matching_choice chosen ON chosen.member_id = asked.id AND chosen.ask_me
        WHERE offer.topic_id = topic.id AND offer.member_id = \(member) AND offer.declined_at IS NULL AND \(MatchFeed.isKnown("asked")))
      AND \(waits) AND NOT \(Blocking.parts(member, namedAsker)))
    """
  }

  /// Who asked, in rows of `topic`. Where they took their name off nobody: an offer that went with a block would say whose question it is.
  static var namedAsker: SQL {
    "(SELECT opening.author_id FROM post opening WHERE opening.topic_id = topic.id AND opening.number = 1 AND NOT opening.nameless)"
  }

  /// Nobody is asked more often within ``window``.
  static let mostAsks = 3
  static let window = Span.days(7)

  /// Of the members those who may be asked about a topic at this moment, but for what their own permissions say (see ``Viewer``): customers who
  /// want to be asked, are here, reachable and not restricted, who and the asker want nothing to do with each other neither way, who did not
  /// mute it, and were not asked too often.
  static func askable(_ members: [MemberID], about topic: TopicID, in tx: Transaction) throws -> Set<MemberID> {
    let asked = try tx.values(
      """
      SELECT member.id FROM topic JOIN member ON member.id \(anyOf: members)
      JOIN matching_choice ON matching_choice.member_id = member.id AND matching_choice.ask_me
      WHERE topic.id = \(topic) AND member.id <> topic.author_id AND member.role \(anyOf: [Role.member, .helper])
        AND \(MatchFeed.isKnown("member")) AND member.held_at IS NULL AND member.email_verified_at IS NOT NULL
        AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
        AND (member.silenced_until IS NULL OR member.silenced_until <= \(tx.now))
        AND (member.away_until IS NULL OR member.away_until <= \(tx.now))
        AND NOT \(Blocking.parts("member.id", "topic.author_id")) AND NOT \(Muting.mutes("member.id", author: "topic.author_id"))
        AND (SELECT count(*) FROM question_offer recent WHERE recent.member_id = member.id AND recent.at >= \(tx.now - window)) < \(mostAsks)
      """, as: MemberID.self)
    return Set(asked)
  }

  /// Whether somebody may see a topic and answer it, by what they are allowed at this moment.
  static func mayAnswer(_ topic: TopicID, _ viewer: Viewer, in tx: Transaction) throws -> Bool {
    guard viewer.may(.reply) else { return false }
    return try tx.exists(
      "SELECT 1 FROM topic WHERE topic.id = \(topic) AND \(Visibility.standing(viewer)) AND \(Visibility.takesReplies(viewer))")
  }
}
