/// Puts what the index found in the order people want to read it, alike on every database.
///
/// The score of a candidate, for a query of *n* phrases:
///
///     (sum over phrases of 3 t + b / (b + 1)) / n      t: 1 if in the title, 0.6 if only as the beginning of a word
///                                                      b: how often in the text, beginnings counting 0.6
///     + 2      if every phrase is in the title         + 0.5    if it opens its topic
///     + 0.5    if its topic is solved                  + v / (v + 5)            for v votes
///     + 1 / (1 + age / 90 days)
///     + 100    if the title is the query               + 50     if solved topics were asked for first and it is
///
/// All but the last line adds up to less than 10, so an exact title comes first. Another match never lowers a score.
/// Equals are ordered newest first, then by id. The weights are a choice, not a measurement.
package struct SearchRanking: Sendable {
  /// The bound on the work: 50 best titles and the 500 newest posts.
  package static let mostCandidates = 550
  /// Bytes of a candidate's terms that are looked at.
  package static let longestBody = 4_096

  private static let begunWeight = 0.6
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
    let inTitle = weights(in: title)
    let inBody = weights(in: Array(candidate.body.utf8.prefix(Self.longestBody)))
    var score = 0.0
    for phrase in 0..<matcher.count {
      score += 3 * min(inTitle[phrase], 1) + inBody[phrase] / (inBody[phrase] + 1)
    }
    score /= Double(max(matcher.count, 1))
    if matcher.count > 0, inTitle.allSatisfy({ $0 > 0 }) { score += 2 }
    if candidate.isOpening { score += 0.5 }
    if candidate.isSolved { score += solvedFirst ? 50.5 : 0.5 }
    let votes = Double(max(candidate.votes, 0))
    score += votes / (votes + 5)
    score += 1 / (1 + Double(max(candidate.age, 0)) / Self.quarter)
    if isWhole(title) { score += 100 }
    return score
  }

  /// The title's terms are the query's; its parts, behind the `_`, do not count.
  private func isWhole(_ title: [UInt8]) -> Bool {
    guard !wholeTitle.isEmpty, title.starts(with: wholeTitle) else { return false }
    return title.count == wholeTitle.count || title[wholeTitle.count...].starts(with: " _ ".utf8)
  }

  /// How often each phrase is there.
  private func weights(in text: [UInt8]) -> [Double] {
    var weights = Array(repeating: 0.0, count: matcher.count)
    var start = 0
    while start < text.count {
      var candidates = matcher.candidates(text[start])
      while candidates != 0 {
        let phrase = candidates.trailingZeroBitCount
        candidates &= candidates - 1
        switch strength(of: phrase, in: text, at: start) {
        case .complete: weights[phrase] += 1
        case .begun: weights[phrase] += Self.begunWeight
        case nil: break
        }
      }
      start = Self.end(of: start, in: text) + 1
    }
    return weights
  }

  private func strength(of phrase: Int, in text: [UInt8], at start: Int) -> PhraseMatcher.Strength? {
    var start = start
    var strength: PhraseMatcher.Strength?
    for place in 0..<matcher.length(of: phrase) {
      guard start < text.count else { return nil }
      let end = Self.end(of: start, in: text)
      strength = matcher.match(text, start..<end, phrase: phrase, at: place)
      guard strength != nil else { return nil }
      start = end + 1
    }
    return strength
  }

  private static func end(of start: Int, in text: [UInt8]) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: " ") { end += 1 }
    return end
  }
}
