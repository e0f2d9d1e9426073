import Testing

@testable import Matching

@Suite struct StructureTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func `the vocabulary knows what is in use and nothing else`(seed: UInt64) {
    var (random, vocabulary) = (Seeded(seed), Vocabulary())
    var uses: [String: Int] = [:]
    for _ in 0..<20_000 {
      let word = "word\(Int.random(in: 0..<3_000, using: &random))"
      if Bool.random(using: &random), uses[word, default: 0] > 0, let term = vocabulary.find(word) {
        vocabulary.release(term)
        uses[word, default: 0] -= 1
      } else {
        _ = vocabulary.use(Array(word.utf8)[...])
        uses[word, default: 0] += 1
      }
    }
    #expect(vocabulary.count == uses.values.count { $0 > 0 })
    for (word, count) in uses {
      let term = vocabulary.find(word)
      #expect((term != nil) == (count > 0))
      if let term {
        #expect(vocabulary.spelling(term) == word)
        #expect(vocabulary.uses(term) == count)
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func `postings are what was set and not removed`(seed: UInt64) {
    var (random, postings) = (Seeded(seed), Postings())
    var expected: [UInt32: UInt16] = [:]
    for _ in 0..<2_000 {
      let topic = UInt32.random(in: 0..<300, using: &random)
      if Bool.random(using: &random) {
        let weight = UInt16.random(in: 1...9, using: &random)
        postings.set(7, topic: topic, weight: weight)
        expected[topic] = weight
      } else {
        postings.remove(7, topic: topic)
        expected[topic] = nil
      }
    }
    let kept = expected.keys.sorted()
    var found: [(UInt32, UInt16)] = []
    postings.forEach(7) { found.append(($0, $1)) }
    #expect(found.map(\.0) == kept)
    #expect(found.map(\.1) == kept.map { expected[$0] })
    #expect(postings.count(7) == kept.count)
    #expect(postings.count(8) == 0)
  }

  @Test func `packed lists keep what they hold while others go`() {
    var lists = PackedLists()
    var places = (0..<2_000).map { number in lists.store([UInt32](repeating: UInt32(number), count: number % 9)) }
    for number in places.indices where number % 3 > 0 { lists.remove(&places[number]) }
    #expect(lists.needsSqueezing)
    lists.squeeze { move in for number in places.indices { move(&places[number]) } }
    for number in places.indices {
      #expect(Array(lists.list(places[number])) == (number % 3 > 0 ? [] : [UInt32](repeating: UInt32(number), count: number % 9)))
    }
  }

  @Test func `what fades on read is what fades by steps`() {
    let halfLife = HalfLife(days: 30)
    var (read, random) = (Decayed(), Seeded(4))
    var (stepped, time) = (0.0, World.start)
    for _ in 0..<200 {
      let next = time + Int64.random(in: 0..<World.day, using: &random)
      for _ in 0..<10 { stepped *= halfLife.left(after: (next - time) / 10) }
      stepped *= halfLife.left(after: (next - time) % 10)
      read.add(1, at: next, halfLife)
      (stepped, time) = (stepped + 1, next)
    }
    #expect(abs(read.value(at: time, halfLife) - stepped) < 1e-6)
    #expect(abs(read.value(at: time + 30 * World.day, halfLife) - stepped / 2) < 1e-6)
    #expect(read.value(at: time - World.day, halfLife) == read.value(at: time, halfLife))
  }

  @Test func `curves are those of the book`() {
    for (number, logarithm) in [
      (1.0, 0.0), (2, 0.6931471805599453), (10, 2.302585092994046), (0.001, -6.907755278982137), (1e12, 27.631021115928547),
    ] {
      #expect(abs(Curve.log(number) - logarithm) < 1e-13)
    }
    for (number, power) in [(0.0, 1.0), (-1, 0.5), (0.5, 1.4142135623730951), (-20.25, 8.019413139855523e-07), (10, 1_024)] {
      #expect(abs(Curve.exp2(number) / power - 1) < 1e-6)
    }
    #expect(abs(Curve.power(100, 0.5) - 10) < 1e-12)
    #expect(Curve.exp2(-5_000) == 0)
  }

  @Test func `a late word counts what it would have`() {
    let halfLife = HalfLife(days: 10)
    var (one, other) = (Decayed(), Decayed())
    one.add(1, at: 0, halfLife)
    one.add(1, at: 5 * World.day, halfLife)
    other.add(1, at: 5 * World.day, halfLife)
    other.add(1, at: 0, halfLife)
    #expect(abs(one.value(at: 9 * World.day, halfLife) - other.value(at: 9 * World.day, halfLife)) < 1e-12)
  }

  @Test func `empty words are no terms`() {
    var counts = TermCounts()
    counts.add("The kayaks that they should have und der Kayak", times: 1)
    #expect(counts.strongest(9) == [TermCounts.Entry(term: Array("kayak".utf8), count: 2)])
  }
}
