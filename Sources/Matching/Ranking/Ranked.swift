/// A member or a topic in a ranking.
package struct Ranked: Sendable, Equatable {
  package let id: Int64
  package let score: Double
  /// What each sign says for it, in the order of the ranking's signs; for choosing weights.
  package let signs: [Double]
  /// Why it stands here; only what stands first is asked for it.
  package internal(set) var evidence: [Evidence] = []

  /// How many are asked for evidence; those of them without any go to the end.
  static let mostSupported = 20

  /// Best first; of equals the one with the lower id.
  static func sorted(_ ranked: [Ranked]) -> [Ranked] {
    ranked.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
  }

  /// Puts first what there is evidence for.
  static func supported(_ ranked: [Ranked], most: Int = mostSupported, evidence: (Ranked) -> [Evidence]) -> [Ranked] {
    var (first, last): ([Ranked], [Ranked]) = ([], [])
    for (place, entry) in ranked.enumerated() {
      guard first.count < most else { return first + ranked[place...] + last }
      var entry = entry
      entry.evidence = evidence(entry)
      if entry.evidence.isEmpty { last.append(entry) } else { first.append(entry) }
    }
    return first + last
  }

  /// The ranking with a place for whom nobody was shown (see ``Exploration``), among those there is evidence for.
  package static func explored(_ ranked: [Ranked], first: Int, slots: Int, wasShown: (Ranked) -> Bool) -> [Ranked] {
    let supported = ranked.prefix { !$0.evidence.isEmpty }
    return Exploration.mixed(Array(supported), first: first, slots: slots, wasShown: wasShown) + ranked[supported.endIndex...]
  }

  /// What there is evidence for in another order: what a reader was shown and left alone makes room, and so does what is suggested for the same
  /// reasons as what stands before it (see ``Diversity``).
  package static func varied(_ ranked: [Ranked], impressions: Impressions = Impressions(), at now: Int64) -> [Ranked] {
    let supported = ranked.prefix(Diversity.considered).prefix { !$0.evidence.isEmpty }
    guard let high = supported.map(\.score).max(), let low = supported.map(\.score).min() else { return ranked }
    let left = supported.map { ($0.score - low) / max(high - low, .leastNormalMagnitude) - impressions.discount($0.id, at: now) }
    let reasons = supported.map { Set($0.evidence.map(\.term)) }
    let order = Diversity.chosen(supported.count, of: left) { one, other in
      Double(reasons[one].intersection(reasons[other]).count) / Double(reasons[one].union(reasons[other]).count)
    }
    return order.map { supported[$0] } + ranked[supported.endIndex...]
  }

  /// What may be suggested: the first that have evidence.
  package static func suggestions(_ ranked: [Ranked], most: Int) -> [Ranked] {
    Array(ranked.prefix { !$0.evidence.isEmpty }.prefix(most))
  }
}
