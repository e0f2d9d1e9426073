import Community
import Database
import TestSupport
import Testing

@Suite("Searches without a result") struct FruitlessTests {
  @Test(
    "are counted in one form, and what may belong to one person is not",
    arguments: [
      ("Cold  START", "cold start"), ("\"cold\" -start", "\"cold\" -start"), ("ana@example.org", nil), ("order 12345", nil),
      ("call 12-34 5", nil),
      ("v2.1.0 4711", nil), ("windows 11", "windows 11"), ("tag:oven cold", nil), ("", nil), ("🙂", nil),
      (String(repeating: "ab ", count: 40), nil),
    ] as [(String, String?)])
  func form(_ typed: String, _ kept: String?) { #expect(FruitlessWords(SearchRequest(typed))?.text == kept) }

  @Test("the admin reads them, most people first, nobody else does, and they are forgotten after ninety days")
  func listed() async throws {
    let store = try await TestStore.make()
    let (noor, tomas) = (try await store.add(.noor), try await store.add(.tomas))
    func note(_ words: String, _ people: Int) async throws {
      let words = try #require(FruitlessWords(SearchRequest(words)))
      try await store.write { tx in try NoteFruitless(people: [words: people]).perform(in: tx) }
    }
    try await note("gasket", 2)
    store.clock.advance(.days(80))
    try await note("proofer", 2)
    try await note("proofer", 1)
    let rows = try await store.read { tx in try FruitlessSearch.all(for: noor, in: tx) }
    #expect(rows.map(\.words) == ["proofer", "gasket"] && rows.map(\.people) == [3, 2])
    await #expect(throws: ForumError.notFound) { try await store.read { tx in try FruitlessSearch.all(for: tomas, in: tx) } }
    store.clock.advance(.days(11))
    try await store.write { tx in try ForgetTraces().perform(in: tx) }
    #expect(try await store.read { tx in try FruitlessSearch.all(for: noor, in: tx).map(\.words) } == ["proofer"])
  }

  @Test("no more than a thousand are kept, the last ones")
  func bounded() async throws {
    let store = try await TestStore.make()
    for number in 0..<3 {
      let words = (0..<500).compactMap { FruitlessWords(SearchRequest("word \(number) x\($0)")) }
      try await store.write { tx in try NoteFruitless(people: Dictionary(uniqueKeysWithValues: words.map { ($0, 2) })).perform(in: tx) }
      store.clock.advance(.days(1))
    }
    #expect(try await store.number("SELECT count(*) FROM fruitless_search") == NoteFruitless.most)
    #expect(try await store.number("SELECT count(*) FROM fruitless_search WHERE words = 'word 0 x1'") == 0)
  }
}
