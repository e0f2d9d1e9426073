package import Community

/// The system's generator; the only randomness that secrets are made of.
package enum RandomSource {
  package static let system: RandomBytes = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
