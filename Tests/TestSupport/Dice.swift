/// Numbers that look random and are the same in every run (SplitMix64, by Sebastiano Vigna, in the public domain).
package struct Dice: Sendable {
  private var state: UInt64
  /// The same seed gives the same numbers.
  package init(seed: UInt64) { state = seed }

  /// One from zero to the last below the limit.
  package mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  /// One of a list that is not empty.
  package mutating func pick<T>(_ list: [T]) -> T { list[number(below: list.count)] }
}
