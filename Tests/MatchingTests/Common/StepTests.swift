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

  @Test func `what was seen or is for the same reasons stands back`() {
    func person(_ id: Int64, _ score: Double, _ terms: String...) -> Ranked {
      var person = Ranked(id: id, score: score, signs: [])
      person.evidence = terms.map { Evidence(term: $0, source: .interest, weight: 1) }
      return person
    }
    let ranked = [person(1, 10, "kayak"), person(2, 9.9, "kayak"), person(3, 9.5, "rye"), person(4, 0, "loom"), person(5, 8)]
    #expect(Ranked.varied(ranked, at: World.now).map(\.id) == [1, 3, 2, 4, 5])
    var impressions = Impressions()
    for _ in 0..<9 { impressions.note(1, at: World.now) }
    #expect(Ranked.varied(ranked, impressions: impressions, at: World.now).map(\.id).firstIndex(of: 1)! > 1)
    #expect(Ranked.varied([], at: World.now).isEmpty)
  }
}
