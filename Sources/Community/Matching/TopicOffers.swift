package import Database
import Matching

/// What a topic's page says of whom it was offered to: each reader what is theirs to know.
package struct TopicOffers: Sendable, Equatable {
  /// It is offered to the viewer; with why, where that can still be shown.
  package enum Own: Sendable, Equatable { case none, offered(MatchReason?) }
  package var own = Own.none
  /// For who asked: a word of their question that those know about whom it was offered to.
  package var word: String?
  /// For those who look after trust: who was asked.
  package var asked: [Asked] = []

  /// Somebody who was asked, and what came of it.
  package struct Asked: Sendable, Equatable {
    package enum Outcome: String, Sendable, CaseIterable { case open, answered, declined }
    package let badge: MemberBadge
    package let at: Timestamp
    package let outcome: Outcome
  }

  package init() {}

  package static func load(of topic: TopicHead, opening: PostID, for viewer: Viewer, in tx: Transaction) throws -> TopicOffers {
    var offers = TopicOffers()
    guard let actor = Actor(viewer), topic.wasOffered, topic.isQuestion, !topic.isHidden, !topic.isDeleted else { return offers }
    if actor.may(.seeTrust) { offers.asked = try asked(about: topic.id, in: tx) }
    guard !topic.isSolved, !topic.isLocked, topic.duplicateOf == nil else { return offers }
    if actor.id == topic.authorID {
      offers.word = try word(of: topic.id, opening, for: viewer, in: tx)
    } else {
      offers.own = try own(topic.id, for: actor, in: tx)
    }
    return offers
  }

  private static func own(_ topic: TopicID, for actor: Actor, in tx: Transaction) throws -> Own {
    let kept = try tx.first(
      """
      SELECT question_offer.term, cited.id, cited.topic_id FROM question_offer JOIN topic ON topic.id = question_offer.topic_id
      LEFT JOIN post cited ON cited.id = question_offer.post_id
      WHERE question_offer.topic_id = \(topic) AND question_offer.member_id = \(actor.id) AND \(OfferRule.stands(for: "\(actor.id)"))
      """
    ) { row in try OfferReason.read(&row) }
    guard let kept else { return .none }
    return .offered(try OfferReason.load(kept, of: actor.id, for: actor.viewer, in: tx))
  }

  /// The word that most of the offers share, where it stands in the question as it is now. What became of the offers changes nothing.
  private static func word(of topic: TopicID, _ opening: PostID, for viewer: Viewer, in tx: Transaction) throws -> String? {
    let terms = try tx.values(
      """
      SELECT question_offer.term FROM question_offer JOIN topic ON topic.id = question_offer.topic_id
      WHERE question_offer.topic_id = \(topic) AND \(OfferRule.waits)
      GROUP BY question_offer.term ORDER BY count(*) DESC, question_offer.term
      """, as: String.self)
    for term in terms {
      let evidence = Evidence(term: term, source: .post(opening.rawValue, topic: topic.rawValue), weight: 1)
      guard let viewerID = viewer.memberID else { return nil }
      if let reason = try MatchReason.load([evidence], of: viewerID, for: viewer, in: tx).first { return reason.word }
    }
    return nil
  }

  private static func asked(about topic: TopicID, in tx: Transaction) throws -> [Asked] {
    try tx.all(
      """
      SELECT \(MemberBadge.columns("member")), question_offer.at, question_offer.declined_at IS NOT NULL,
        EXISTS (SELECT 1 FROM post WHERE post.topic_id = question_offer.topic_id AND post.author_id = member.id AND post.number > 1
          AND NOT post.nameless AND \(Visibility.standingPost))
      FROM question_offer JOIN member ON member.id = question_offer.member_id
      WHERE question_offer.topic_id = \(topic) ORDER BY question_offer.at, member.id
      """
    ) { row in
      let (badge, at) = (try MemberBadge(&row), try row.next(Timestamp.self))
      let (isDeclined, isAnswered) = (try row.next(Bool.self), try row.next(Bool.self))
      return Asked(badge: badge, at: at, outcome: isAnswered ? .answered : isDeclined ? .declined : .open)
    }
  }
}
