/// Puts what the index found in the order people want to read it, alike on every database.
///
/// The score of a candidate, for a query of *n* phrases:
///
///     (sum over phrases of 3 t + 4 b / (b + r)) / n    t: 1 if in the title, 0.6 if only as the beginning of a word
///                                                      b: how often in the text, beginnings counting 0.6
///                                                      r: 0.1 + 0.9 l / 80 for a text of l terms
///     + 2      if every phrase is in the title         + 0.5    if it opens its topic
///     + 0.3    if its topic is solved                  + v / (v + 5) / 2        for v votes
///     + 1 / (1 + age / 90 days)
///     + 100    if the title is the query               + 50     if solved topics were asked for first and it is
///
/// All but the last line adds up to less than 12, so an exact title comes first. A short text that has the words says more of them than a long one.
/// Equals are ordered newest first, then by id. The weights were chosen on real questions (`Tests/tools/search_eval.py`).
package struct SearchRanking: Sendable {
  /// The bound on the work: the 200 newest titles and the 500 newest posts.
  package static let mostCandidates = 700
  /// Bytes of a candidate's terms that are looked at.
  package static let longestBody = 4_096

  private static let quarter = 90.0 * 86_400_000

  private let matcher: PhraseMatcher
  private let wholeTitle: [UInt8]
  private let solvedFirst: Bool

  package init(query: SearchQuery, solvedFirst: Bool = false) {
    matcher = PhraseMatcher(query)
    wholeTitle = Array(query.required.flatMap(\.complete).joined(separator: " ").utf8)
    self.solvedFirst = solvedFirst
  }

  /// The places of the candidates, best first; of more than `mostCandidates` the first ones are ranked.
  package func ranked(_ candidates: [SearchCandidate]) -> [Int] {
    let scores = candidates.prefix(Self.mostCandidates).map(score)
    return scores.indices.sorted { one, other in
      if scores[one] != scores[other] { return scores[one] > scores[other] }
      if candidates[one].age != candidates[other].age { return candidates[one].age < candidates[other].age }
      return candidates[one].id > candidates[other].id
    }
  }

  /// How well a candidate answers the query; only comparable within one query.
  package func score(_ candidate: SearchCandidate) -> Double {
    let title = Array(candidate.title.utf8.prefix(Self.longestBody))
    let inTitle = matcher.weights(in: title)
    let body = Array(candidate.body.utf8.prefix(Self.longestBody))
    let inBody = matcher.weights(in: body)
    let room = 0.1 + 0.9 * Double(1 + body.count { $0 == UInt8(ascii: " ") }) / 80
    var score = 0.0
    for phrase in 0..<matcher.count {
      score += 3 * min(inTitle[phrase], 1) + 4 * inBody[phrase] / (inBody[phrase] + room)
    }
    score /= Double(max(matcher.count, 1))
    if matcher.count > 0, inTitle.allSatisfy({ $0 > 0 }) { score += 2 }
    if candidate.isOpening { score += 0.5 }
    if candidate.isSolved { score += solvedFirst ? 50.3 : 0.3 }
    let votes = Double(max(candidate.votes, 0))
    score += votes / (votes + 5) / 2
    score += 1 / (1 + Double(max(candidate.age, 0)) / Self.quarter)
    if isWhole(title) { score += 100 }
    return score
  }

  /// The title's terms are the query's; its parts, behind the `_`, do not count.
  private func isWhole(_ title: [UInt8]) -> Bool {
    guard !wholeTitle.isEmpty, title.starts(with: wholeTitle) else { return false }
    return title.count == wholeTitle.count || title[wholeTitle.count...].starts(with: " _ ".utf8)
  }

  /// Whether any phrase of the query stands in a candidate's title or text.
  package static func has(_ query: SearchQuery, in candidate: SearchCandidate) -> Bool {
    let matcher = PhraseMatcher(query)
    return [candidate.title, candidate.body].contains { text in matcher.weights(in: Array(text.utf8)).contains { $0 > 0 } }
  }
}
