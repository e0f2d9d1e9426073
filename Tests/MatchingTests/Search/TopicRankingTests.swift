import Matching
import Testing

@Suite struct TopicRankingTests {
  static let analyzer = TextAnalyzer()

  /// A post in a topic of its own, unless one is named.
  static func candidate(
    _ id: Int64, topic: Int64? = nil, title: String = "x", body: String = "", days: Int64 = 10, opening: Bool = false,
    solved: Bool = false, votes: Int = 0, posts: Int = 1
  ) -> SearchCandidate {
    SearchCandidate(
      id: id, topic: topic ?? id, title: analyzer.termsText(of: title), body: analyzer.termsText(of: body), age: days * 86_400_000,
      isOpening: opening, isSolved: solved, votes: votes, posts: posts)
  }

  /// The best posts of the topics.
  func order(_ raw: String, weights: [Double]? = nil, solvedFirst: Bool = false, _ candidates: [SearchCandidate]) -> [Int64] {
    TopicRanking(query: SearchQuery(raw), weights: weights, solvedFirst: solvedFirst).topics(candidates).map { candidates[$0.place].id }
  }

  /// Of "the" every post has plenty, "steam" and "gasket" are rare.
  func orderOfSome(_ candidates: [SearchCandidate]) -> [Int64] { order("the steam gasket ", weights: [0.1, 3, 5], candidates) }

  @Test(
    "an exact title comes first whatever else there is",
    arguments: ["Reset password", "reset passwords", "RESET PASSWORD ", "\"reset password\""])
  func exactTitle(raw: String) {
    let rival = Self.candidate(
      1, title: "Password: how to reset password reset", body: String(repeating: "reset password ", count: 500), days: 0, opening: true,
      solved: true,
      votes: 10_000)
    let exact = Self.candidate(2, title: "Reset Password", days: 5_000)
    #expect(order(raw, [rival, exact]) == [2, 1])
    #expect(order(raw, solvedFirst: true, [rival, exact]) == [2, 1])
  }

  @Test("a title made of joined words is exact as well")
  func exactJoinedTitle() {
    #expect(order("camelCase", [Self.candidate(1, title: "camelCase names"), Self.candidate(2, title: "camelCase", days: 900)]) == [2, 1])
  }

  @Test("a title beats a text, all words beat some, the whole word beats its beginning")
  func orders() {
    #expect(order("printer ink", [Self.candidate(1, body: "printer ink"), Self.candidate(2, title: "my printer ink")]) == [2, 1])
    #expect(
      order("printer ink", [Self.candidate(1, title: "the printer", body: "q"), Self.candidate(2, title: "my printer ink")]) == [2, 1])
    let often = Self.candidate(1, body: String(repeating: "ink ", count: 50), opening: true, solved: true, votes: 50)
    #expect(order("printer ink", [often, Self.candidate(2, body: "a printer without any ink in it", days: 4_000)]) == [2, 1])
    #expect(order("card", [Self.candidate(1, title: "cardboard box"), Self.candidate(2, title: "card box")]) == [2, 1])
  }

  @Test("the rare word counts more than the common one, two more than one")
  func rare() {
    #expect(orderOfSome([Self.candidate(1, body: "the the the"), Self.candidate(2, body: "gasket")]) == [2, 1])
    #expect(orderOfSome([Self.candidate(2, body: "gasket"), Self.candidate(1, body: "a steam gasket")]) == [1, 2])
  }

  @Test("words spread over the posts of one topic count together, and the topic comes once with its best post")
  func together() {
    let candidates = [
      Self.candidate(9, topic: 1, body: "steam"), Self.candidate(3, topic: 2, body: "gasket"), Self.candidate(2, topic: 2, body: "steam"),
    ]
    let found = TopicRanking(query: SearchQuery("the steam gasket "), weights: [0.1, 3, 5]).topics(candidates)
    #expect(found.map { candidates[$0.place].id } == [3, 9])
    #expect(abs(found[0].share - 8 / 8.1) < 1e-9)
    #expect(!found[0].hasAll)
  }

  @Test("of equals the opening, the solved, the voted, the new, the later one comes first")
  func equals() {
    let plain = Self.candidate(1, body: "ink")
    #expect(order("ink", [plain, Self.candidate(2, body: "ink", opening: true)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, body: "ink", solved: true)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, body: "ink", votes: 1)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, body: "ink", days: 9)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, body: "ink")]) == [2, 1])
  }

  @Test("a long topic that has the words by the way comes after a short one about them")
  func length() {
    #expect(order("ink", [Self.candidate(2, body: "ink", posts: 300), Self.candidate(1, body: "ink", posts: 2)]) == [1, 2])
  }

  @Test("solved topics come first if that is asked for")
  func solvedFirst() {
    let open = Self.candidate(1, title: "ink ink", body: "ink", days: 0, opening: true, votes: 100)
    let solved = Self.candidate(2, title: "other", body: "ink", days: 900, solved: true)
    #expect(order("ink", [open, solved]) == [1, 2])
    #expect(order("ink", solvedFirst: true, [open, solved]) == [2, 1])
  }

  @Test("another match never ranks lower, all else equal", arguments: 0..<100)
  func monotone(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = ["printer", "print", "ink", "paper", "cartridge", "the", "jam", "tray"]
    func sentence(_ count: Int) -> String {
      (0..<count).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    }
    // Longer than the query, so that no title is exact before and another after.
    let title = sentence(5)
    let body = sentence(20)
    // Beside a text of the same length: a longer one says less of each of its words. Of equals the higher id comes first.
    for (more, other) in [("printer", "lamp"), ("paper jam", "lamp lamp"), ("ink", "lamp"), ("inkjet", "lamp")] {
      let base = Self.candidate(1, title: title + " . " + other, body: body + " . " + other)
      let inText = Self.candidate(2, title: title + " . " + other, body: body + " . " + more)
      let inTitle = Self.candidate(3, title: title + " . " + more, body: body + " . " + other)
      #expect(order("printer \"paper jam\" ink", [base, inText]).first == 2)
      #expect(order("printer \"paper jam\" ink", [base, inTitle]).first == 3)
    }
  }

  @Test("the order does not depend on how the database lists the posts", arguments: 0..<40)
  func deterministic(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = ["the", "steam", "gasket", "oven", "door"]
    var candidates = (1...40).map { id in
      Self.candidate(
        Int64(id), topic: Int64(id % 9), title: id % 9 == 3 ? "steam" : "x",
        body: (0..<6).map { _ in words.randomElement(using: &random)! }.joined(separator: " "), days: Int64(id % 5), votes: id % 3)
    }
    let first = orderOfSome(candidates)
    candidates.shuffle(using: &random)
    #expect(orderOfSome(candidates) == first)
  }

  @Test("no more than the bound is ranked, and odd figures do no harm")
  func bounds() {
    let many = (0..<2_000).map { Self.candidate(Int64($0), title: "ink") }
    #expect(order("ink", many).count == TopicRanking.mostCandidates)
    var odd = Self.candidate(1, title: "ink", votes: .min, posts: .min)
    odd.age = .min
    #expect(order("ink", [odd, Self.candidate(2, title: "ink", votes: .max, posts: .max)]).count == 2)
    #expect(order("", [odd]) == [1])
  }
}
