/// A stream of numbers that one seed and one name decide completely (splitmix64, Steele, Lea and Flood 2014).
struct SplitMix {
  private var state: UInt64

  /// Streams of different things (`salt`) and different indexes never share numbers, so any of them can be read first.
  init(seed: UInt64, salt: UInt64, index: Int) {
    state = seed
    state = next() ^ salt
    state = next() ^ UInt64(truncatingIfNeeded: index)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 up to, not including, `bound`; 0 for an empty range.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// 0 up to, not including, 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// Like `below`, but the first are much more likely: what people say and who says it is never spread evenly.
  mutating func leaning(below bound: Int) -> Int {
    let u = unit()
    return min(bound - 1, max(0, Int(u * u * Double(bound))))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
