import Testing

@testable import Matching

@Suite struct StepTests {
  @Test func `one place in five is for who was not shown`() {
    #expect(
      Exploration.mixed(Array(1...20), first: 10) { $0 < 15 } == [1, 2, 3, 4, 15, 5, 6, 7, 8, 16, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20])
    #expect(Exploration.mixed(Array(1...6), first: 10) { _ in true } == Array(1...6))
    #expect(Exploration.mixed(Array(1...6), first: 10) { _ in false } == Array(1...6))
  }

  @Test func `diversity prefers the unlike among the nearly as good`() {
    let scores = [1, 0.99, 0.95, 0]
    #expect(Diversity.chosen(2, of: scores) { ($0 < 2) == ($1 < 2) ? 1 : 0 } == [0, 2])
    #expect(Diversity.chosen(9, of: scores) { _, _ in 0 } == [0, 1, 2, 3])
    #expect(Diversity.chosen(2, of: []) { _, _ in 0 } == [])
  }

  @Test func `both ways or not at all`() {
    #expect(Reciprocity.mean(1, 0) == 0)
    #expect(Reciprocity.mean(1, 1) == 1)
    #expect(Reciprocity.mean(0.9, 0.1) < 0.5)
  }

  @Test func `what was shown makes room and comes back`() {
    var impressions = Impressions()
    #expect(impressions.discount(1, at: World.now) == 0)
    impressions.note(1, at: World.now)
    let fresh = impressions.discount(1, at: World.now)
    #expect(fresh > 0)
    #expect(impressions.discount(1, at: World.now + 60 * World.day) < fresh / 5)
    #expect(impressions.discount(2, at: World.now) == 0)
  }
}
