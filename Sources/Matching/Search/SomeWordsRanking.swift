/// Orders topics that have some of the words of a query, the rare ones counting most, alike on every database.
///
/// With a weight w for each phrase, the score of a post is
///
///     sum over phrases of w (a t + 1.6 b / (b + 0.6 (0.5 + l / 160)))       t: 1 if in the title, b: how often in the text
///     x 1.2 if it opens its topic                                             l: how many terms the text has
///                                                                             a: what a title counts
///
/// and that of a topic that of its best post, plus half of what all its posts together have of each phrase, times
/// 1 + 0.3 v / (v + 5) + 0.15 s, with v the most votes of these posts and s = 1 if it is solved. The constants were chosen on real questions
/// (`Tests/tools/search_eval.py`).
package struct SomeWordsRanking: Sendable {
  /// The bound on the work.
  package static let mostCandidates = 300

  private let matcher: PhraseMatcher
  private let weights: [Double]
  private let titleWeight: Double

  /// A topic that has some of the words.
  package struct Found: Sendable, Hashable {
    /// Where among the candidates its best post stands.
    package let place: Int
    /// How much of the query its posts have, from 0 to 1: the rare words count most.
    package let share: Double
    let score: Double
  }

  /// `weights` says for each required phrase how much it counts: the rarer, the more.
  package init(query: SearchQuery, weights: [Double], titleWeight: Double = 0.3) {
    matcher = PhraseMatcher(query)
    self.weights = weights
    self.titleWeight = titleWeight
  }

  /// The topics of the candidates, best first; of more than `mostCandidates` the first ones are ranked.
  package func topics(_ candidates: [SearchCandidate]) -> [Found] {
    let considered = candidates.prefix(Self.mostCandidates)
    let found = Dictionary(grouping: considered.indices) { considered[$0].topic }.values.map { judged($0, in: considered) }
    return found.filter { $0.share > 0 }.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      return candidates[one.place].id > candidates[other.place].id
    }
  }

  private func judged(_ places: [Int], in candidates: ArraySlice<SearchCandidate>) -> Found {
    var best = (place: places[0], score: -1.0)
    var together = Array(repeating: 0.0, count: weights.count)
    var present = Array(repeating: false, count: weights.count)
    var votes = 0
    // In an order of their own: the sums of fractions must not depend on how a database lists its rows.
    for place in places.sorted(by: { candidates[$0].id > candidates[$1].id }) {
      let candidate = candidates[place]
      let body = Array(candidate.body.utf8.prefix(SearchRanking.longestBody))
      let inTitle = matcher.weights(in: Array(candidate.title.utf8.prefix(SearchRanking.longestBody)))
      let inBody = matcher.weights(in: body)
      let room = 0.6 * (0.5 + Double(1 + body.count { $0 == UInt8(ascii: " ") }) / 160)
      var score = 0.0
      for phrase in weights.indices where inTitle[phrase] + inBody[phrase] > 0 {
        let value = weights[phrase] * (titleWeight * min(inTitle[phrase], 1) + 1.6 * inBody[phrase] / (inBody[phrase] + room))
        score += value
        together[phrase] = max(together[phrase], value)
        present[phrase] = true
      }
      if candidate.isOpening { score *= 1.2 }
      if score > best.score { best = (place, score) }
      votes = max(votes, candidate.votes)
    }
    let whole = weights.reduce(0, +)
    let share = whole > 0 ? zip(weights, present).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / whole : 0
    let standing = 1 + 0.3 * Double(votes) / Double(votes + 5) + (candidates[places[0]].isSolved ? 0.15 : 0)
    return Found(place: best.place, share: share, score: (best.score + together.reduce(0, +) / 2) * standing)
  }
}
