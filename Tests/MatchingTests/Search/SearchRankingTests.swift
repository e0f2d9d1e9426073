import Matching
import Testing

@Suite struct SearchRankingTests {
  static let analyzer = TextAnalyzer()

  static func candidate(
    _ id: Int64, title: String, body: String = "", days: Int64 = 10, opening: Bool = false, solved: Bool = false, votes: Int = 0
  ) -> SearchCandidate {
    SearchCandidate(
      id: id, title: analyzer.termsText(of: title), body: analyzer.termsText(of: body), age: days * 86_400_000, isOpening: opening,
      isSolved: solved, votes: votes)
  }

  func order(_ raw: String, solvedFirst: Bool = false, _ candidates: [SearchCandidate]) -> [Int64] {
    SearchRanking(query: SearchQuery(raw), solvedFirst: solvedFirst).ranked(candidates).map { candidates[$0].id }
  }

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
    #expect(
      order("printer ink", [Self.candidate(1, title: "x", body: "printer ink"), Self.candidate(2, title: "my printer ink")]) == [2, 1])
    #expect(
      order("printer ink", [Self.candidate(1, title: "the printer", body: "q"), Self.candidate(2, title: "my printer ink")]) == [2, 1])
    #expect(order("card", [Self.candidate(1, title: "cardboard box"), Self.candidate(2, title: "card box")]) == [2, 1])
  }

  @Test("of equals the opening, the solved, the voted, the new, the later one comes first")
  func equals() {
    let plain = Self.candidate(1, title: "a", body: "ink")
    #expect(order("ink", [plain, Self.candidate(2, title: "a", body: "ink", opening: true)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, title: "a", body: "ink", solved: true)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, title: "a", body: "ink", votes: 1)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, title: "a", body: "ink", days: 9)]) == [2, 1])
    #expect(order("ink", [plain, Self.candidate(2, title: "a", body: "ink")]) == [2, 1])
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
    let query = SearchQuery("printer \"paper jam\" ink")
    let ranking = SearchRanking(query: query)
    // Longer than the query, so that no title is exact before and another after.
    let title = sentence(5)
    let body = sentence(20)
    // Beside a text of the same length: a longer one says less of each of its words.
    for (more, other) in [("printer", "lamp"), ("paper jam", "lamp lamp"), ("ink", "lamp"), ("inkjet", "lamp")] {
      let base = Self.candidate(1, title: title + " . " + other, body: body + " . " + other)
      #expect(ranking.score(Self.candidate(1, title: title + " . " + other, body: body + " . " + more)) >= ranking.score(base))
      #expect(ranking.score(Self.candidate(1, title: title + " . " + more, body: body + " . " + other)) >= ranking.score(base))
    }
  }

  @Test("the order does not depend on the order of what was found", arguments: 0..<20)
  func deterministic(seed: Int) {
    var random = Seeded(UInt64(seed))
    var candidates = (0..<200).map {
      Self.candidate(Int64($0), title: $0 % 3 == 0 ? "ink" : "no", body: "ink paper", days: Int64($0 % 5), votes: $0 % 4)
    }
    let first = order("ink", candidates)
    candidates.shuffle(using: &random)
    #expect(order("ink", candidates) == first)
  }

  @Test("no more than the bound is ranked, and odd figures do no harm")
  func bounds() {
    let many = (0..<2_000).map { Self.candidate(Int64($0), title: "ink") }
    #expect(order("ink", many).count == SearchRanking.mostCandidates)
    var odd = Self.candidate(1, title: "ink", votes: .min)
    odd.age = .min
    #expect(order("ink", [odd, Self.candidate(2, title: "ink", votes: .max)]) == [2, 1])
    #expect(order("", [odd]) == [1])
  }
}
