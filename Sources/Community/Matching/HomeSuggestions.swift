package import Database
import Matching

/// Questions a member may know the answer to, and topics they may like to read, each with a reason that can be looked up.
package struct HomeSuggestions: Sendable, Equatable {
  package static let none = HomeSuggestions(know: [], like: [])
  package let know: [Entry]
  package let like: [Entry]

  /// A topic, and why.
  package struct Entry: Sendable, Equatable {
    package let topic: TopicID
    package let slug: String
    package let title: String
    package let reason: MatchReason
  }

  /// So many are shown of each.
  private static let most = 3
  /// So many are kept of each, for those that are not to be shown any more when they would be.
  private static let kept = 6
  /// How many of the newest topics are looked at.
  private static let considered = 30
  private static let mostRead = 500
  /// What is older is no news to anybody.
  private static let fresh = Span.days(14)

  // MARK: Finding

  /// What is worth keeping for some minutes: to find it takes a while, to show it two looks.
  package struct Found: Sendable {
    var know: [Candidate] = []
    var like: [Candidate] = []

    struct Candidate: Sendable {
      let topic: TopicID
      let reason: MatchReason
      /// Of the post that gives the reason: another version may give none.
      var version: Int?
    }
  }

  /// Nil while matching is being made ready.
  package static func find(for actor: Actor, _ index: MatchIndex, in tx: Transaction) throws -> Found? {
    guard let isKnown = try index.read(in: tx, { $0.ground.knows(member: actor.id.rawValue) }) else { return nil }
    guard isKnown else { return Found() }
    let questions = try newest("\(knowable(by: actor)) AND NOT \(OfferRule.stands(for: "\(actor.id)"))", in: tx)
    let news = try newest(likable(by: actor, at: tx.now), in: tx).filter { topic in !questions.contains { $0.topic == topic.topic } }
    let reading = try reading(of: actor, in: tx)
    let ranked = try index.read(in: tx) { known in
      [questions, news].map { topics in
        let now = tx.now.rawValue
        return known.ground.digest(topics.map { known.ground.offered($0, at: now) }, for: actor.id.rawValue, reading: reading, at: now)
      }
    }
    guard let ranked else { return nil }
    var found = Found(know: try offered(to: actor, in: tx), like: try candidates(ranked[1], for: actor, in: tx))
    found.know += try candidates(ranked[0], for: actor, in: tx)
    return try versioned(found, in: tx)
  }

  /// The newest topics they read, if they let that be used.
  private static func reading(of actor: Actor, in tx: Transaction) throws -> Set<Int64> {
    guard try MatchChoices.find(actor.id, in: tx)?.useReading == true else { return [] }
    return Set(
      try tx.values(
        "SELECT topic_id FROM read_mark WHERE member_id = \(actor.id) ORDER BY topic_id DESC LIMIT \(mostRead)", as: Int64.self))
  }

  private static func newest(_ condition: SQL, in tx: Transaction) throws -> [MatchTopic] {
    let ids = try tx.values(
      "SELECT topic.id FROM topic WHERE \(condition) ORDER BY topic.bumped_at DESC, topic.id DESC LIMIT \(considered)", as: TopicID.self)
    return try MatchFeed.topics("topic.id \(anyOf: ids)", in: tx)
  }

  /// What was offered to them, by the reason for which it was.
  private static func offered(to actor: Actor, in tx: Transaction) throws -> [Found.Candidate] {
    let offers = try tx.all(
      """
      SELECT topic.id, question_offer.term, cited.id, cited.topic_id
      FROM question_offer JOIN topic ON topic.id = question_offer.topic_id LEFT JOIN post cited ON cited.id = question_offer.post_id
      WHERE question_offer.member_id = \(actor.id) AND \(OfferRule.stands(for: "\(actor.id)"))
      ORDER BY question_offer.at DESC, topic.id DESC LIMIT \(most)
      """
    ) { row in (topic: try row.next(TopicID.self), evidence: try OfferReason.read(&row)) }
    return try offers.compactMap { offer in
      try OfferReason.load(offer.evidence, of: actor.id, for: actor.viewer, in: tx).map { Found.Candidate(topic: offer.topic, reason: $0) }
    }
  }

  private static func candidates(_ ranked: [Ranked], for actor: Actor, in tx: Transaction) throws -> [Found.Candidate] {
    var candidates: [Found.Candidate] = []
    for entry in ranked.prefix(while: { !$0.evidence.isEmpty }) where candidates.count < kept {
      guard let reason = try MatchReason.load(entry.evidence, of: actor.id, for: actor.viewer, in: tx).first else { continue }
      candidates.append(Found.Candidate(topic: TopicID(rawValue: entry.id), reason: reason))
    }
    return candidates
  }

  private static func versioned(_ found: Found, in tx: Transaction) throws -> Found {
    let posts = (found.know + found.like).compactMap(\.reason.post)
    let versions = Dictionary(
      try tx.all("SELECT id, version FROM post WHERE id \(anyOf: posts)") { row in (try row.next(PostID.self), try row.next(Int.self)) },
      uniquingKeysWith: { first, _ in first })
    var found = found
    for place in found.know.indices { found.know[place].version = found.know[place].reason.post.flatMap { versions[$0] } }
    for place in found.like.indices { found.like[place].version = found.like[place].reason.post.flatMap { versions[$0] } }
    return found
  }

  // MARK: Showing

  /// What of it may be shown at this moment: of both two statements, however many there are.
  package static func load(_ found: Found, for actor: Actor, in tx: Transaction) throws -> HomeSuggestions {
    let all = found.know + found.like
    guard !all.isEmpty else { return none }
    let rows = try tx.all(
      """
      SELECT topic.id, topic.slug, topic.title, \(knowable(by: actor)), \(likable(by: actor, at: tx.now)) FROM topic
      WHERE topic.id \(anyOf: all.map(\.topic)) AND \(Visibility.standing(actor.viewer))
      """
    ) { row in
      (
        id: try row.next(TopicID.self), slug: try row.next(String.self), title: try row.next(String.self),
        isKnowable: try row.next(Bool.self), isLikable: try row.next(Bool.self)
      )
    }
    let reasons = try Reasons.load(all, for: actor, in: tx)
    func entries(_ candidates: [Found.Candidate], _ isShown: (Bool, Bool) -> Bool) -> [Entry] {
      let shown = candidates.compactMap { candidate -> Entry? in
        guard let row = rows.first(where: { $0.id == candidate.topic }), isShown(row.isKnowable, row.isLikable),
          reasons.hold(candidate)
        else { return nil }
        return Entry(topic: row.id, slug: row.slug, title: row.title, reason: candidate.reason)
      }
      return Array(shown.prefix(most))
    }
    return HomeSuggestions(know: entries(found.know) { knowable, _ in knowable }, like: entries(found.like) { _, likable in likable })
  }

  /// Which reasons are still some: the post is there as it was, and the member lets it be used.
  private struct Reasons {
    let versions: [PostID: Int]
    let interests: Set<String>

    static func load(_ candidates: [Found.Candidate], for actor: Actor, in tx: Transaction) throws -> Reasons {
      let rows = try tx.all(
        """
        SELECT post.id, post.version, '' FROM post JOIN topic ON topic.id = post.topic_id
        WHERE post.id \(anyOf: candidates.compactMap(\.reason.post)) AND \(MatchFeed.fed) AND \(Visibility.standing(actor.viewer))
          AND \(Visibility.standingPost) AND EXISTS (SELECT 1 FROM post own WHERE own.topic_id = topic.id AND own.author_id = \(actor.id)
            AND own.deleted_at IS NULL AND NOT own.hidden AND NOT own.nameless)
          AND NOT EXISTS (SELECT 1 FROM matching_unused_topic unused
            WHERE unused.member_id = \(actor.id) AND unused.topic_id = topic.id)
        UNION ALL
        SELECT NULL, NULL, tag.name FROM interest JOIN tag ON tag.id = interest.tag_id
        WHERE interest.member_id = \(actor.id) AND NOT tag.sensitive
          AND NOT EXISTS (SELECT 1 FROM matching_unused_tag unused
            WHERE unused.member_id = \(actor.id) AND unused.tag_id = interest.tag_id)
        """
      ) { row in (post: try row.next(PostID?.self), version: try row.next(Int?.self), interest: try row.next(String.self)) }
      var versions: [PostID: Int] = [:]
      for row in rows { if let post = row.post { versions[post] = row.version } }
      return Reasons(versions: versions, interests: Set(rows.map(\.interest)))
    }

    func hold(_ candidate: Found.Candidate) -> Bool {
      switch candidate.reason.place {
      case .post(let post, _, _): versions[post] != nil && versions[post] == candidate.version
      case .interest: interests.contains(candidate.reason.word)
      }
    }
  }

  // MARK: Which

  /// True for rows of `topic`: open questions the member could answer and was not asked in vain about, if they let themselves be asked.
  private static func knowable(by actor: Actor) -> SQL {
    guard actor.may(.reply) else { return "FALSE" }
    return """
      (\(OfferRule.waits) AND \(Visibility.standing(actor.viewer)) AND \(Visibility.takesReplies(actor.viewer)) AND \(concerns(actor))
        AND EXISTS (SELECT 1 FROM matching_choice chosen WHERE chosen.member_id = \(actor.id) AND chosen.ask_me)
        AND NOT EXISTS (SELECT 1 FROM question_offer refused
          WHERE refused.topic_id = topic.id AND refused.member_id = \(actor.id) AND refused.declined_at IS NOT NULL))
      """
  }

  /// True for rows of `topic`: new ones the member has not read and did not write in.
  private static func likable(by actor: Actor, at now: Timestamp) -> SQL {
    """
    (topic.created_at > \(now - fresh) AND topic.bumped_at > \(now - fresh) AND \(MatchFeed.fed) AND \(Visibility.standing(actor.viewer))
      AND \(concerns(actor))
      AND NOT EXISTS (SELECT 1 FROM read_mark WHERE read_mark.topic_id = topic.id AND read_mark.member_id = \(actor.id))
      AND NOT EXISTS (SELECT 1 FROM post own WHERE own.topic_id = topic.id AND own.author_id = \(actor.id)))
    """
  }

  /// True for rows of `topic` of somebody else from whom the member wants to hear, if what they wrote may be used.
  private static func concerns(_ actor: Actor) -> SQL {
    """
    (topic.author_id <> \(actor.id) AND NOT \(Blocking.parts("\(actor.id)", OfferRule.namedAsker))
      AND NOT \(Muting.mutes("\(actor.id)", author: OfferRule.namedAsker))
      AND EXISTS (SELECT 1 FROM member reader WHERE reader.id = \(actor.id) AND \(MatchFeed.isKnown("reader"))))
    """
  }
}

extension MatchReason {
  /// The post that has the word.
  fileprivate var post: PostID? { if case .post(let post, _, _) = place { post } else { nil } }
}
