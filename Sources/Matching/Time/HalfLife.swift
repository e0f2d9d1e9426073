/// How fast something is forgotten: after this time it counts half.
package struct HalfLife: Sendable, Hashable {
  let milliseconds: Double

  package init(days: Double) { milliseconds = days * 86_400_000 }

  /// What is left of 1 after a time in milliseconds; what lies ahead counts whole.
  package func left(after age: Int64) -> Double {
    age <= 0 ? 1 : Curve.exp2(-Double(age) / milliseconds)
  }
}

/// What is left of 1 after whole days, looked up: for where a hundred thousand things fade at once.
struct FadingByDay: Sendable {
  private let left: [Double]

  init(_ halfLife: HalfLife, days: Int64 = 4_096) { left = (0..<days).map { halfLife.left(after: $0 * 86_400_000) } }

  subscript(age: Int64) -> Double { left[min(max(0, Int(age / 86_400_000)), left.count - 1)] }
}

/// A sum whose parts fade, kept as its value and when it had that: nothing has to run for it to fade.
package struct Decayed: Sendable, Equatable {
  private var value = 0.0
  private var time: Int64 = 0

  package init() {}

  /// What is left of it at a time in milliseconds.
  package func value(at now: Int64, _ halfLife: HalfLife) -> Double {
    value * halfLife.left(after: now - time)
  }

  /// Adds to it, in whatever order things are heard of.
  package mutating func add(_ amount: Double, at moment: Int64, _ halfLife: HalfLife) {
    if moment >= time {
      value = value(at: moment, halfLife) + amount
      time = moment
    } else {
      value += amount * halfLife.left(after: time - moment)
    }
  }
}
