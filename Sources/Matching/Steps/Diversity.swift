/// Chooses few of many so that they are not all alike: maximal marginal relevance (Carbonell and Goldstein 1998).
package enum Diversity {
  /// What relevance counts beside being unlike what is chosen already, and of how many it is chosen.
  static let (relevance, considered) = (0.8, 50)

  /// The places of the chosen, the best first. Scores are compared from 0 to 1 within what is considered; `likeness` lies there as well.
  package static func chosen(_ most: Int, of scores: [Double], likeness: (Int, Int) -> Double) -> [Int] {
    var left = Array(scores.indices.prefix(considered))
    guard let high = left.map({ scores[$0] }).max(), let low = left.map({ scores[$0] }).min() else { return [] }
    var chosen: [Int] = []
    var closest = [Double](repeating: 0, count: left.count)
    while chosen.count < most, !left.isEmpty {
      func worth(_ place: Int) -> Double {
        let score = high > low ? (scores[place] - low) / (high - low) : 1
        return relevance * score - (1 - relevance) * closest[place]
      }
      let best = left.reduce(left[0]) { worth($1) > worth($0) ? $1 : $0 }
      chosen.append(best)
      left.removeAll { $0 == best }
      for place in left { closest[place] = max(closest[place], likeness(place, best)) }
    }
    return chosen
  }
}
