import Matching
import Testing

@Suite struct SomeWordsRankingTests {
  static func candidate(
    _ id: Int64, topic: Int64, title: String = "x", body: String, opening: Bool = false, solved: Bool = false, votes: Int = 0
  ) -> SearchCandidate {
    let analyzer = TextAnalyzer()
    return SearchCandidate(
      id: id, topic: topic, title: analyzer.termsText(of: title), body: analyzer.termsText(of: body), age: 0, isOpening: opening,
      isSolved: solved, votes: votes)
  }

  /// Of "the" every post has plenty, "steam" and "gasket" are rare.
  func order(_ candidates: [SearchCandidate]) -> [Int64] {
    SomeWordsRanking(query: SearchQuery("the steam gasket "), weights: [0.1, 3, 5]).topics(candidates).map { candidates[$0.place].topic }
  }

  @Test("the rare word counts more than the common one, two more than one")
  func rare() {
    #expect(order([Self.candidate(1, topic: 1, body: "the the the"), Self.candidate(2, topic: 2, body: "gasket")]) == [2, 1])
    #expect(
      order([Self.candidate(2, topic: 2, body: "gasket"), Self.candidate(1, topic: 1, body: "a steam gasket")]) == [1, 2])
  }

  @Test("words spread over the posts of one topic count together, and the topic comes once with its best post")
  func together() {
    let candidates = [
      Self.candidate(9, topic: 1, body: "steam"), Self.candidate(3, topic: 2, body: "gasket"), Self.candidate(2, topic: 2, body: "steam"),
    ]
    let found = SomeWordsRanking(query: SearchQuery("the steam gasket "), weights: [0.1, 3, 5]).topics(candidates)
    #expect(found.map { candidates[$0.place].id } == [3, 9])
    #expect(abs(found[0].share - 8 / 8.1) < 1e-9)
  }

  @Test("of equals the opening, the solved, the voted, the later one comes first; what has no word is not there")
  func equals() {
    let plain = Self.candidate(1, topic: 1, body: "steam")
    #expect(order([plain, Self.candidate(2, topic: 2, body: "steam", opening: true)]) == [2, 1])
    #expect(order([plain, Self.candidate(2, topic: 2, body: "steam", solved: true)]) == [2, 1])
    #expect(order([plain, Self.candidate(2, topic: 2, body: "steam", votes: 1)]) == [2, 1])
    #expect(order([plain, Self.candidate(2, topic: 2, body: "steam")]) == [2, 1])
    #expect(order([plain, Self.candidate(2, topic: 2, body: "nothing of it")]) == [1])
  }

  @Test("the order does not depend on how the database lists the posts", arguments: 0..<40)
  func stable(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = ["the", "steam", "gasket", "oven", "door"]
    let candidates = (1...40).map { id in
      Self.candidate(
        Int64(id), topic: Int64(id % 9), body: (0..<6).map { _ in words.randomElement(using: &random)! }.joined(separator: " "),
        votes: id % 3)
    }
    let shuffled = candidates.shuffled(using: &random)
    let ranking = SomeWordsRanking(query: SearchQuery("the steam gasket "), weights: [0.1, 3, 5])
    #expect(ranking.topics(candidates).map { candidates[$0.place].id } == ranking.topics(shuffled).map { shuffled[$0.place].id })
  }
}
