/// What one hash costs: the setting that makes guessing dear.
package struct HashCost: Sendable, Equatable {
  /// Memory that one hash fills, in KiB.
  package let memoryKiB: UInt32
  /// How often that memory is gone over.
  package let passes: UInt32
  /// How many strands the memory is divided into.
  package let lanes: UInt32

  /// A cost from a setting or a stored hash; nil outside what the library can do (8 KiB a lane) or a server should (1 GiB, 32 passes, 16 lanes).
  package init?(memoryKiB: UInt32, passes: UInt32, lanes: UInt32) {
    guard (1...16).contains(lanes), (1...32).contains(passes), (8 * lanes...1_048_576).contains(memoryKiB) else { return nil }
    self.init(checked: memoryKiB, passes, lanes)
  }

  private init(checked memoryKiB: UInt32, _ passes: UInt32, _ lanes: UInt32) {
    self.memoryKiB = memoryKiB
    self.passes = passes
    self.lanes = lanes
  }

  /// The least that protects people: 19 MiB and two passes, the OWASP password storage cheat sheet's first choice for argon2id.
  package static let standard = HashCost(checked: 19_456, 2, 1)

  /// The least the library computes, for tests that sign many people in; it protects nobody.
  package static let cheapest = HashCost(checked: 8, 1, 1)
}
