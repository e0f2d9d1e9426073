package import Database
import Matching

/// Members somebody may like to meet, each with two reasons at least that both may look up.
package struct PeopleSuggestions: Sendable, Equatable {
  package let standing: Standing
  /// Alike, and here of late.
  package let active: [Person]
  /// The most alike, whoever is not in the other list.
  package let niche: [Person]

  /// Why there may be nobody.
  package enum Standing: Sendable, Equatable {
    case ready
    /// They have not said that they want to be suggested; both or neither.
    case off
    /// What they wrote is not used.
    case postsOff
    /// The index is being made: a matter of minutes.
    case preparing
    /// Too few members take part for anybody to be somebody in particular.
    case tooFew
    /// Nothing is known of them yet: they have not written or declared anything public.
    case unknown
  }

  package struct Person: Sendable, Equatable {
    package let badge: MemberBadge
    package let reasons: [MatchReason]
  }

  package static let mostActive = 10
  package static let mostNiche = 5
  /// Below so many who take part nobody is suggested.
  package static let leastMembers = 20
  package static let leastReasons = 2
  /// How far down a ranking is looked.
  private static let mostConsidered = 200

  package static func load(for actor: Actor, _ index: MatchIndex, in tx: Transaction) throws -> PeopleSuggestions {
    let choices = try MatchChoices.find(actor.id, in: tx) ?? MatchChoices()
    guard choices.suggestMe else { return none(.off) }
    guard choices.usePosts else { return none(.postsOff) }
    let found = try index.read(in: tx) { known in
      guard known.suggested.contains(actor.id.rawValue) else { return none(.off) }
      guard known.suggested.count >= leastMembers else { return none(.tooFew) }
      guard known.ground.knows(member: actor.id.rawValue) else { return none(.unknown) }
      return try ranked(for: actor, known, in: tx)
    }
    return found ?? none(.preparing)
  }

  private static func none(_ standing: Standing) -> PeopleSuggestions { PeopleSuggestions(standing: standing, active: [], niche: []) }

  private static func ranked(for actor: Actor, _ known: MatchIndex.Known, in tx: Transaction) throws -> PeopleSuggestions {
    let now = tx.now.rawValue
    let meetings = known.ground.meetings(for: actor.id.rawValue, among: known.suggested, at: now)
    let met = known.ground.met(by: actor.id.rawValue)
    func fresh(_ ranked: [Ranked]) -> [Ranked] { ranked.filter { !met.contains($0.id) } }
    func evidence(_ entry: Ranked) -> [Evidence] {
      entry.evidence.isEmpty ? known.ground.evidence(of: entry.id, for: actor.id.rawValue, at: now) : entry.evidence
    }
    let active = try fill(mostActive, from: fresh(meetings.active), besides: [], evidence, for: actor, in: tx)
    let shown = Set(active.map(\.badge.id.rawValue))
    let niche = try fill(mostNiche, from: Ranked.varied(fresh(meetings.niche), at: now), besides: shown, evidence, for: actor, in: tx)
    return PeopleSuggestions(standing: active.isEmpty && niche.isEmpty ? .unknown : .ready, active: active, niche: niche)
  }

  /// The first so many of a ranking whom the actor may be told of, with their reasons. Whoever may not be is passed by, so that a list has no gap.
  private static func fill(
    _ most: Int, from ranked: [Ranked], besides shown: Set<Int64>, _ evidence: (Ranked) -> [Evidence], for actor: Actor, in tx: Transaction
  ) throws -> [Person] {
    var people: [Person] = []
    var left = ranked.filter { !shown.contains($0.id) }.prefix(mostConsidered)
    while people.count < most, !left.isEmpty {
      let part = left.prefix(most * 2)
      left = left.dropFirst(part.count)
      let badges = try suggestable(part.map { MemberID(rawValue: $0.id) }, to: actor, in: tx)
      for entry in part where people.count < most {
        guard let badge = badges[MemberID(rawValue: entry.id)] else { continue }
        let reasons = try MatchReason.load(evidence(entry), of: badge.id, for: actor.viewer, in: tx)
        if reasons.count >= leastReasons { people.append(Person(badge: badge, reasons: reasons)) }
      }
    }
    return people
  }

  /// Of the members those who may be suggested to the actor at this moment: customers who are not restricted, not blocked either way, and
  /// not passed by.
  static func suggestable(_ members: [MemberID], to actor: Actor, in tx: Transaction) throws -> [MemberID: MemberBadge] {
    let badges: [MemberBadge] = try tx.all(
      """
      SELECT \(MemberBadge.columns("member")) FROM member JOIN matching_choice ON matching_choice.member_id = member.id
      WHERE member.id \(anyOf: members) AND member.id <> \(actor.id) AND matching_choice.suggest_me AND \(MatchFeed.isKnown("member"))
        AND member.role \(anyOf: [Role.member, .helper]) AND member.held_at IS NULL
        AND (member.suspended_until IS NULL OR member.suspended_until <= \(tx.now))
        AND (member.silenced_until IS NULL OR member.silenced_until <= \(tx.now))
        AND NOT EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = \(actor.id) AND member_block.blocked_id = member.id)
        AND NOT EXISTS (SELECT 1 FROM member_block WHERE member_block.member_id = member.id AND member_block.blocked_id = \(actor.id))
        AND NOT EXISTS (SELECT 1 FROM matching_pass WHERE matching_pass.member_id = \(actor.id) AND matching_pass.other_id = member.id
          AND (matching_pass.until_at IS NULL OR matching_pass.until_at > \(tx.now)))
      """)
    return Dictionary(uniqueKeysWithValues: badges.map { ($0.id, $0) })
  }
}

/// Does not want somebody suggested: for some weeks, or for good; or takes that back. They never learn of it.
package struct PassBy: Sendable {
  package enum Wanted: String, Sendable, CaseIterable { case later, never, again }
  package static let later = Span.days(60)
  let member: MemberID
  let wanted: Wanted
  package init(_ member: MemberID, _ wanted: Wanted) { (self.member, self.wanted) = (member, wanted) }

  /// Throws ``ForumError/notFound`` for nobody.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    guard member != actor.id, try MemberBadge.find(member, in: tx) != nil else { throw ForumError.notFound }
    guard wanted != .again else {
      try tx.run("DELETE FROM matching_pass WHERE member_id = \(actor.id) AND other_id = \(member)")
      return
    }
    let until: Timestamp? = wanted == .later ? tx.now + Self.later : nil
    try tx.run(
      """
      INSERT INTO matching_pass (member_id, other_id, until_at, at) VALUES (\(actor.id), \(member), \(until), \(tx.now))
      ON CONFLICT (member_id, other_id) DO UPDATE SET until_at = excluded.until_at, at = excluded.at
      """)
  }
}
