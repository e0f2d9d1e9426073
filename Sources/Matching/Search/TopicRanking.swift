/// Puts the topics of what the index found in the order people want to read them, alike on every database.
///
/// Each phrase of the query has a weight w: the rarer the more where rarity is known, else 1. The score of a post is
///
///     sum over phrases of w (2.2 b / (b + 1.2 (0.25 + 0.75 l / 80)) + t / 2)    b: how often in its text, beginnings counting 0.6
///     x 1.4 if it opens its topic                                                 l: how many terms its text has
///                                                                                 t: 1 if in the title, 0.6 for a beginning
///
/// and that of a topic
///
///     the score of its best post
///     + 0.4 x sum over phrases of w (2.2 B / (B + 1.2 (0.4 + 0.6 p / 8)) + t / 2)    B: how often in all its posts, p: how many it has
///     x the root of how much of the query it has, by weight
///     x (1 + v / (v + 5) / 5) (1.1 if solved) (1 + 0.1 / (1 + age / 90 days))        v: votes, age: of the best post
///
/// In front of one another, whatever their scores, come topics whose title is the query; solved ones, if that was asked for; those with every
/// phrase in the title; and those with every phrase in one post. Equals are ordered newest first, then by id. The constants were chosen on real
/// discussions (`Tests/tools/search_eval.py`); those of a title are higher than these say, whose queries avoid titles.
package struct TopicRanking: Sendable {
  /// The bound on the work: the 200 newest titles, the 500 newest posts and 300 with some of the words.
  package static let mostCandidates = 1_000
  /// Bytes of a candidate's terms that are looked at.
  package static let longestBody = 4_096

  private static let quarter = 90.0 * 86_400_000

  private let matcher: PhraseMatcher
  private let weights: [Double]
  private let titleWeight: Double
  private let wholeTitle: [UInt8]
  private let solvedFirst: Bool

  /// A topic that has words of the query.
  package struct Found: Sendable, Hashable {
    /// Where among the candidates its best post stands.
    package let place: Int
    /// How much of the query its posts have, from 0 to 1: the rare words count most.
    package let share: Double
    /// Whether one of its posts, with the title, has all of the query.
    package let hasAll: Bool
    let rank: Rank
  }

  /// What comes before what, the first difference deciding.
  struct Rank: Hashable {
    var isQuery = false
    var isWanted = false
    var isTitled = false
    var hasAll = false
    var score = 0.0
    var age: Int64 = 0
    var id: Int64 = 0

    func isBefore(_ other: Rank) -> Bool {
      if isQuery != other.isQuery { return isQuery }
      if isWanted != other.isWanted { return isWanted }
      if isTitled != other.isTitled { return isTitled }
      if hasAll != other.hasAll { return hasAll }
      if score != other.score { return score > other.score }
      return age != other.age ? age < other.age : id > other.id
    }
  }

  /// `weights` says for each required phrase how much it counts; `titleWeight` what a title counts beside a text.
  package init(query: SearchQuery, weights: [Double]? = nil, titleWeight: Double = 0.5, solvedFirst: Bool = false) {
    matcher = PhraseMatcher(query)
    self.weights = weights ?? Array(repeating: 1, count: matcher.count)
    self.titleWeight = titleWeight
    self.solvedFirst = solvedFirst
    wholeTitle = Array(query.required.flatMap(\.complete).joined(separator: " ").utf8)
  }

  /// The topics of the candidates, best first; of more than `mostCandidates` the first are ranked.
  package func topics(_ candidates: [SearchCandidate]) -> [Found] {
    let considered = candidates.prefix(Self.mostCandidates)
    return Dictionary(grouping: considered.indices) { considered[$0].topic }.values
      // In an order of their own: the sums of fractions must not depend on how a database lists its rows.
      .map { judged($0.sorted { candidates[$0].id > candidates[$1].id }, in: considered) }
      .sorted { $0.rank.isBefore($1.rank) }
  }

  private func judged(_ places: [Int], in candidates: ArraySlice<SearchCandidate>) -> Found {
    let title = Array(candidates[places[0]].title.utf8.prefix(Self.longestBody))
    let inTitle = matcher.weights(in: title).map { min($0, 1) }
    var best = (place: places[0], score: -1.0)
    var together = Array(repeating: 0.0, count: weights.count)
    var hasAll = false
    for place in places {
      let body = Array(candidates[place].body.utf8.prefix(Self.longestBody))
      let inBody = matcher.weights(in: body)
      let length = Double(1 + body.count { $0 == UInt8(ascii: " ") })
      var score = relevance(inBody, inTitle, room: 0.25 + 0.75 * length / 80)
      if candidates[place].isOpening { score *= 1.4 }
      if score > best.score { best = (place, score) }
      for phrase in weights.indices { together[phrase] += inBody[phrase] }
      hasAll = hasAll || weights.indices.allSatisfy { inBody[$0] + inTitle[$0] > 0 }
    }
    let chosen = candidates[best.place]
    let share = share(together, inTitle)
    let whole = best.score + 0.4 * relevance(together, inTitle, room: 0.4 + 0.6 * Double(max(chosen.posts, 1)) / 8)
    let votes = Double(max(places.map { candidates[$0].votes }.max() ?? 0, 0))
    let standing =
      (1 + votes / (votes + 5) / 5) * (chosen.isSolved ? 1.1 : 1) * (1 + 0.1 / (1 + Double(max(chosen.age, 0)) / Self.quarter))
    let rank = Rank(
      isQuery: isQuery(title), isWanted: solvedFirst && chosen.isSolved, isTitled: matcher.count > 0 && inTitle.allSatisfy { $0 > 0 },
      hasAll: hasAll, score: whole * share.squareRoot() * standing, age: chosen.age, id: chosen.id)
    return Found(place: best.place, share: share, hasAll: hasAll, rank: rank)
  }

  private func relevance(_ inBody: [Double], _ inTitle: [Double], room: Double) -> Double {
    weights.indices.reduce(0) { sum, phrase in
      sum + weights[phrase] * (2.2 * inBody[phrase] / (inBody[phrase] + 1.2 * room) + titleWeight * inTitle[phrase])
    }
  }

  private func share(_ inBody: [Double], _ inTitle: [Double]) -> Double {
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return 0 }
    return weights.indices.reduce(0) { $0 + (inBody[$1] + inTitle[$1] > 0 ? weights[$1] : 0) } / whole
  }

  /// The title's terms are the query's; its parts, behind the `_`, do not count.
  private func isQuery(_ title: [UInt8]) -> Bool {
    guard !wholeTitle.isEmpty, title.starts(with: wholeTitle) else { return false }
    return title.count == wholeTitle.count || title[wholeTitle.count...].starts(with: " _ ".utf8)
  }

  /// Whether any phrase of the query stands in a candidate's title or text.
  package static func has(_ query: SearchQuery, in candidate: SearchCandidate) -> Bool {
    let matcher = PhraseMatcher(query)
    return [candidate.title, candidate.body].contains { text in matcher.weights(in: Array(text.utf8)).contains { $0 > 0 } }
  }
}
