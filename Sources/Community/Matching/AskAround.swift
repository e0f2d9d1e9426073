package import Database
import Matching

/// A question whose turn it is, and who may be asked about it, best first: what a read found out for a write to do.
package struct AskAround: Sendable, Equatable {
  /// So many members are asked about one question.
  static let most = 3
  /// Somebody may drop out between the read and the write.
  private static let spares = 3
  /// An older question is not offered any more.
  static let oldest = Span.days(14)
  /// Earlier asks are hardly felt (see `Exposure`).
  private static let remembered = Span.days(30)

  let topic: TopicID
  let candidates: [Candidate]

  /// Somebody who may be asked, and why them.
  struct Candidate: Sendable, Equatable {
    let member: MemberID
    let evidence: Evidence
  }

  /// The question that has waited longest for its turn. Nil when none waits, and while matching is being made ready: then later.
  package static func next(_ index: MatchIndex, in tx: Transaction) throws -> AskAround? {
    guard let id = try tx.values("\(due(tx.now)) ORDER BY topic.created_at, topic.id LIMIT 1", as: TopicID.self).first
    else { return nil }
    let question = try MatchFeed.topics("topic.id = \(id)", in: tx).first
    return try index.read(in: tx) { known in
      AskAround(topic: id, candidates: try question.map { try candidates(for: $0, known, in: tx) } ?? [])
    }
  }

  /// Offers the question, if it is still its turn, to those who may still be asked. Answers the notices that were written.
  package func perform(in tx: Transaction) throws -> [ToldNotice] {
    let turn = try tx.run("UPDATE topic SET offered_at = \(tx.now) WHERE id IN (\(Self.due(tx.now)) AND topic.id = \(topic))")
    let opening: PostID? = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1")
    guard turn > 0, let post = try opening.flatMap({ try ToldPost.find($0, in: tx) }) else { return [] }
    let askable = try OfferRule.askable(candidates.map(\.member), about: topic, in: tx)
    let asked = try candidates.filter { candidate in
      guard askable.contains(candidate.member), let viewer = try Viewer.find(candidate.member, in: tx) else { return false }
      return try OfferRule.mayAnswer(topic, viewer, in: tx)
    }.prefix(Self.most)
    for candidate in asked {
      let evidence = candidate.evidence
      let post: PostID? = if case .post(let id, _) = evidence.source { PostID(rawValue: id) } else { nil }
      try tx.run(
        """
        INSERT INTO question_offer (topic_id, member_id, at, term, post_id)
        VALUES (\(topic), \(candidate.member), \(tx.now), \(evidence.term), \(post)) ON CONFLICT (topic_id, member_id) DO NOTHING
        """)
    }
    return asked.isEmpty ? [] : try post.tell(asked.map(\.member), .offered, but: nil, at: tx.now, in: tx)
  }

  // MARK: Whose turn, and who

  /// Questions nobody has answered for as long as their category waits, of somebody who is here to read an answer.
  private static func due(_ now: Timestamp) -> SQL {
    """
    SELECT topic.id FROM topic JOIN category ON category.id = topic.category_id JOIN member asker ON asker.id = topic.author_id
    WHERE topic.offered_at IS NULL AND category.ask_around_hours > 0
      AND topic.created_at <= \(now) - category.ask_around_hours * \(Span.hours(1).milliseconds)
      AND topic.created_at > \(now - oldest) AND topic.bumped_at > \(now - oldest) AND \(OfferRule.waits)
      AND NOT (asker.imported AND asker.password_hash IS NULL) AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.member_id = asker.id)
    """
  }

  private static func candidates(for question: MatchTopic, _ known: MatchIndex.Known, in tx: Transaction) throws -> [Candidate] {
    let (topic, now) = (TopicID(rawValue: question.topic), tx.now.rawValue)
    let exposure = try exposure(in: tx)
    let ranked = known.ground.answerers(for: question, among: Array(known.asked), exposure: exposure, at: now)
      .prefix { !$0.evidence.isEmpty }
    let askable = try OfferRule.askable(ranked.map { MemberID(rawValue: $0.id) }, about: topic, in: tx)
    // Whoever may not be asked is passed by before places are given, so that nobody's absence leaves a gap.
    let mixed = Ranked.explored(
      ranked.filter { askable.contains(MemberID(rawValue: $0.id)) }, first: most, slots: most, wasShown: { exposure.wasAsked($0.id) })
    var candidates: [Candidate] = []
    for entry in mixed where candidates.count < most + spares {
      let member = MemberID(rawValue: entry.id)
      guard let viewer = try Viewer.find(member, in: tx), try OfferRule.mayAnswer(topic, viewer, in: tx),
        let evidence = try OfferReason.shown(entry.evidence, of: member, for: viewer, in: tx)
      else { continue }
      candidates.append(Candidate(member: member, evidence: evidence))
    }
    return candidates
  }

  private static func exposure(in tx: Transaction) throws -> Exposure {
    var exposure = Exposure()
    let asks = try tx.all("SELECT member_id, at FROM question_offer WHERE at > \(tx.now - remembered) ORDER BY at, member_id") { row in
      (member: try row.next(Int64.self), at: try row.next(Timestamp.self))
    }
    for ask in asks { exposure.note(ask.member, at: ask.at.rawValue) }
    return exposure
  }
}

/// Why somebody was asked, as it was found and as it can be shown.
enum OfferReason {
  /// More does not fit into its column, and is no word.
  private static let longestTerm = 100

  /// The first of the evidence that the viewer can look up.
  static func shown(_ evidence: [Evidence], of member: MemberID, for viewer: Viewer, in tx: Transaction) throws -> Evidence? {
    try evidence.first { entry in
      try entry.term.unicodeScalars.count <= longestTerm && load(entry, of: member, for: viewer, in: tx) != nil
    }
  }

  /// What is kept of an offer as a reason, while it is one: the viewer may look it up and the member lets it be used.
  static func load(_ evidence: Evidence, of member: MemberID, for viewer: Viewer, in tx: Transaction) throws -> MatchReason? {
    if case .post(_, let topic) = evidence.source, try !isUsed(TopicID(rawValue: topic), by: member, in: tx) { return nil }
    return try MatchReason.load([evidence], of: member, for: viewer, in: tx).first
  }

  /// What is kept of an offer: the term, the post that has it and its topic; without a post it is an interest.
  static func read(_ row: inout Row) throws -> Evidence {
    let (term, post, topic): (String, Int64?, Int64?) = (try row.next(), try row.next(), try row.next())
    guard let post, let topic else { return Evidence(term: term, source: .interest, weight: 1) }
    return Evidence(term: term, source: .post(post, topic: topic), weight: 1)
  }

  /// Whether something of a member stands in a topic under their name, and they let it be used.
  private static func isUsed(_ topic: TopicID, by member: MemberID, in tx: Transaction) throws -> Bool {
    try tx.exists(
      """
      SELECT 1 FROM post JOIN member ON member.id = post.author_id
      WHERE post.topic_id = \(topic) AND post.author_id = \(member) AND NOT post.nameless AND \(Visibility.standingPost)
        AND \(MatchFeed.isKnown("member")) AND NOT EXISTS (SELECT 1 FROM matching_unused_topic unused
          WHERE unused.member_id = post.author_id AND unused.topic_id = post.topic_id)
      """)
  }
}
