/// What a reader was shown and left alone: it makes room for something else, and comes back as that fades.
package struct Impressions: Sendable {
  static let halfLife = HalfLife(days: 14)
  static let weight = 0.4

  private var shown: [Int64: Decayed] = [:]

  package init() {}

  package mutating func note(_ id: Int64, at now: Int64) {
    shown[id, default: Decayed()].add(1, at: now, Self.halfLife)
  }

  /// What a score loses because of it.
  package func discount(_ id: Int64, at now: Int64) -> Double {
    Self.weight * Curve.log(1 + (shown[id]?.value(at: now, Self.halfLife) ?? 0))
  }
}
