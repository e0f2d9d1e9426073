import Testing

@testable import Community

@Suite("Many rows at once") struct ManyRowsTests {
  @Test("every row is written once and in its order, by statements of few sizes", arguments: [0, 1, 7, 8, 9, 63, 64, 65, 300, 1000])
  func parts(_ count: Int) {
    let rows = Array(0..<count)
    let parts = ManyRows.parts(of: rows)
    #expect(parts.flatMap { $0 } == rows)
    #expect(Set(parts.map(\.count)).isSubset(of: [64, 8, 1]))
    #expect(parts.count <= count / 64 + 14)
  }
}
