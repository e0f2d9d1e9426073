import Community
import Database
import TestSupport
import Testing

@Suite("Searching") struct SearchPostsTests {
  @Test("an exact title comes first, solved first and newest first are choices")
  func orders() async throws {
    let bakery = try await Bakery()
    #expect(try await bakery.found("gas oven").first == "Gas oven")
    #expect(try await bakery.found("pale crust").first == "Pale crust")
    #expect(try await bakery.found("oven", .solved).first == "Cold oven stone")
    #expect(try await bakery.found("oven", .newest) == ["Flour of the month", "Gas oven", "Pale crust", "Cold oven stone"])
    #expect(try await bakery.found("is:question", .best) == ["Gas oven", "Pale crust", "Cold oven stone"])
    #expect(try await bakery.found("is:question", .solved).first == "Cold oven stone")
  }

  @Test("the words are marked in title and text")
  func marked() async throws {
    let result = try #require(try await Bakery().findings("pale steam").posts.first)
    #expect(result.title.filter(\.isMatch).map(\.text) == ["Pale"])
    #expect(Set(result.excerpt.filter(\.isMatch).map(\.text)) == ["pale", "steam"])
    #expect(result.excerpt.map(\.text).joined() == "My oven gives a pale crust, steam or not.")
  }

  @Test("where hardly anything has all words, topics follow that have some, the rare words first, and none twice")
  func some() async throws {
    let bakery = try await Bakery()
    let found = try await bakery.findings("preheat gas crust zzzzz")
    #expect(found.posts.isEmpty)
    #expect(Set(found.some.map(\.heading)) == ["Cold oven stone", "Gas oven", "Pale crust"])
    #expect(found.some.first?.heading == "Gas oven")
    let both = try await bakery.findings("pale crust")
    #expect(both.posts.map(\.heading) == ["Pale crust"] && both.some.map(\.heading) == ["Gas oven"])
    #expect(try await bakery.findings("preheat").some.isEmpty)
    #expect(try await bakery.findings("preheat supplier").some.map(\.heading) == ["Cold oven stone"])
    #expect(try await bakery.findings("preheat -stone gas crust").some.map(\.heading).contains("Cold oven stone") == false)
    #expect(try await bakery.findings("preheat gas author:kai").some.map(\.heading) == ["Cold oven stone"])
  }

  @Test("what somebody may not see changes nothing of what they find, nor its order")
  func noninterference() async throws {
    var seen: [[String]] = []
    for secret in ["zebra zebra", "crust crust crust", "preheat gas crust"] {
      let bakery = try await Bakery()
      let mei = try #require(bakery.cast[.mei]), kai = try #require(bakery.cast[.kai])
      let team: CategoryID = try #require(
        try await bakery.store.read { tx in try tx.value("SELECT id FROM category WHERE name = 'Team'") })
      let help: CategoryID = try #require(
        try await bakery.store.read { tx in try tx.value("SELECT id FROM category WHERE name = 'Help'") })
      for _ in 1...4 { try await bakery.store.open(secret, by: mei, in: team, body: secret) }
      let gone = try await bakery.store.open(secret, by: kai, in: help, body: secret)
      let opening = try await bakery.store.opening(of: gone)
      try await bakery.store.write { tx in try DeletePost(post: opening).perform(by: kai, in: tx) }
      var lines: [String] = []
      for text in ["preheat gas crust zzzzz", "crust", "gas preheat"] {
        let found = try await bakery.findings(text, by: .ana)
        lines += found.posts.map(\.heading) + ["some"] + found.some.map(\.heading)
      }
      seen.append(lines)
    }
    #expect(seen[0] == seen[1] && seen[1] == seen[2])
  }

  @Test(
    "no text that can be typed does harm",
    arguments: [
      "\"", "\"\"\"", "-", "-a", "-\"a b\"", "tag:\"", "author:\"\"", "is:", "is:\"\" x", "a\u{0}b", "\u{0}", "before:\u{0}", "tag:a\u{0}b",
      "'; DROP TABLE post; --", "AND OR NOT NEAR(a b)", "a* ^b {title}: c", "title:x scope:c1", "!a & b | c <-> d:*A", "\\", "\\'", "%_%",
      "(((", "a)(b", "🙂", "\u{202E}abc", "before:2026-01-01' OR 1=1", "author:' tag:' category:'", "category:c1", "after:-1",
      "before:9999-12-31",
      "after:0001-01-01", String(repeating: "a", count: 100_000), String(repeating: "\" -", count: 50_000),
      String(repeating: "tag:x ", count: 9_000),
      String(repeating: "犬", count: 5_000), "a" + String(repeating: "\u{301}", count: 100_000), "-oven -crust -gas", "is:solved -is:solved",
      "tag:oven -tag:oven oven", "author:ana -author:ana", "category:help -category:help x",
    ])
  func hostile(_ text: String) async throws {
    let bakery = try await Bakery()
    for order in SearchOrder.allCases {
      for person in [nil, Person.tomas] {
        let found = try await bakery.findings(text, order, by: person)
        #expect(found.posts.count <= SearchPosts.most)
      }
    }
    for field in SearchField.allCases { _ = try await bakery.findings("oven", .best, [field: text]) }
  }

  @Test("only what must not be there finds nothing, and says so")
  func onlyUnwanted() async throws {
    let bakery = try await Bakery()
    #expect(SearchRequest("-oven").isOnlyUnwanted && !SearchRequest("-oven tag:gas").isOnlyUnwanted && SearchRequest(" ").isBare)
    #expect(try await bakery.findings("-oven").isEmpty)
    #expect(try await bakery.found("category:help -crust") == ["Cold oven stone"])
  }
}
