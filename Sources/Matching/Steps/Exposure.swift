/// How often each member was asked of late, so that it is not always the same few.
package struct Exposure: Sendable {
  /// An ask is felt for some days (Biega, Gummadi and Weikum 2018: attention is shared out over time, not within one list).
  static let halfLife = HalfLife(days: 3)

  private var asks: [Int64: Decayed] = [:]

  package init() {}

  package mutating func note(_ member: Int64, at now: Int64) {
    asks[member, default: Decayed()].add(1, at: now, Self.halfLife)
  }

  /// Whether somebody was ever asked.
  package func wasAsked(_ member: Int64) -> Bool { asks[member] != nil }

  package mutating func remove(_ member: Int64) { asks[member] = nil }

  /// What a score loses because of it.
  package func penalty(_ member: Int64, at now: Int64) -> Double {
    MatchWeights.exposure * Curve.log(1 + (asks[member]?.value(at: now, Self.halfLife) ?? 0))
  }
}
