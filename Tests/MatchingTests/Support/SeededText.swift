/// Repeatable randomness (SplitMix64, http://prng.di.unimi.it/splitmix64.c).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Text of every kind of trouble: scripts, marks, joiners, signs, controls, in runs.
  mutating func text(scalars count: Int) -> String {
    var text = String.UnicodeScalarView()
    while text.count < count {
      let range = Self.ranges[Int.random(in: 0..<Self.ranges.count, using: &self)]
      for _ in 0..<Int.random(in: 1...8, using: &self) {
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
      }
    }
    return String(text)
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x61...0x7A, 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x20...0x2F, 0x2D...0x2E, 0x3A...0x40, 0x5F...0x60, 0x00...0x1F, 0x27...0x27,
    0xC0...0x24F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x4FF, 0x5D0...0x5EA, 0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F, 0x1000...0x109F,
    0x1100...0x11FF, 0x1780...0x17FF, 0x1E00...0x1FFF, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x4E80, 0xAC00...0xAC80, 0xFE00...0xFE0F,
    0xFF00...0xFFEF, 0x1F1E6...0x1F1FF, 0x1F468...0x1F469, 0x200D...0x200D, 0x1D400...0x1D7FF, 0xE0000...0xE007F, 0x0...0x10FFFF,
  ]
}
