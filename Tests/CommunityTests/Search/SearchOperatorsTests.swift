import Community
import Database
import TestSupport
import Testing

@Suite("What a search can ask") struct SearchOperatorsTests {
  private static let stone = "Cold oven stone", crust = "Pale crust", gas = "Gas oven", flour = "Flour of the month",
    supplier = "Oven supplier"

  @Test(
    "each operator finds what it asks for and nothing else",
    arguments: [
      ("oven", [stone, crust, gas, flour]), ("oven crust", [crust, gas]), ("\"pale crust\"", [crust]), ("\"crust pale\"", []),
      ("oven -crust", [stone, flour]), ("oven -\"gas oven\"", [stone, crust, flour]),
      ("author:ana oven", [stone, flour]), ("author:@Kai", [crust, stone]), ("-author:ana oven", [crust, gas]),
      ("tag:oven", [stone, crust]), ("oven tag:oven", [stone, crust]), ("tag:oven tag:crust", [crust]), ("-tag:oven oven", [gas, flour]),
      ("category:help oven", [stone, crust, gas]), ("category:shop-talk", [flour]), ("category:\"Shop talk\" oven", [flour]),
      ("-category:help oven", [flour]), ("category:help category:shop-talk oven", [stone, crust, gas, flour]),
      ("is:solved", [stone]), ("is:open", [crust, gas]), ("is:unanswered", [gas]), ("is:question oven", [stone, crust, gas]),
      ("is:discussion", [flour]), ("is:question is:discussion oven", [stone, crust, gas, flour]), ("-is:solved oven", [crust, gas, flour]),
      ("is:notice", []), ("is:idea oven", []), ("is:locked", []), ("is:open is:unanswered oven", [gas]),
      ("after:2026-01-07 oven", [gas, flour]), ("before:2026-01-06 oven", [stone]), ("after:2026-01-06 before:2026-01-07", [crust]),
      ("before:2026", []), ("after:2026", [stone, crust, gas, flour]), ("after:2026-01 oven", [stone, crust, gas, flour]),
      ("before:2026-02-01", [stone, crust, gas, flour]), ("-before:2026-01-07 oven", [gas, flour]),
      ("tag:oven is:open author:kai steam", [crust]), ("öfen", [flour]), ("ÖFEN", [flour]), ("ofen", [flour]), ("図書館", [flour]),
      ("書", [flour]),
      ("ovens", [stone, crust, gas, flour]), ("an", [stone]), ("cru", [crust, gas]), ("my", [crust]),
    ])
  func operators(_ text: String, _ titles: [String]) async throws {
    let bakery = try await Bakery()
    #expect(Set(try await bakery.found(text)) == Set(titles), "\(text)")
    #expect(try await bakery.findings(text).problems.isEmpty, "\(text)")
  }

  @Test("the fields of the form find the same as the words that say it")
  func form() async throws {
    let bakery = try await Bakery()
    for (typed, text, fields) in [
      ("oven author:ana", "oven", [.author: "ana"]), ("oven tag:oven is:solved", "oven", [.tag: "oven", .state: "solved"]),
      ("category:help is:question after:2026-01-06", "", [.category: "help", .kind: "question", .after: "2026-01-06"]),
      ("oven before:2026-01-07 -crust", "oven -crust", [.before: "2026-01-07"]),
    ] as [(String, String, [SearchField: String])] {
      let found = try await bakery.found(text, .best, fields)
      #expect(try await bakery.found(typed) == found)
      let request = SearchRequest(typed)
      #expect(request.fields == fields && request.text == text)
      let again = SearchRequest(request.text, fields: request.fields)
      #expect(again.text == request.text && again.fields == request.fields)
    }
  }

  @Test("what has no field of its own stays where it was typed")
  func left() {
    let request = SearchRequest("tag:a oven tag:b -is:solved", fields: [.author: " ana "])
    #expect(request.text == "tag:b -is:solved oven" && request.words == "oven")
    #expect(request.fields == [.tag: "a", .author: "ana"])
    let both = SearchRequest("tag:a", fields: [.tag: "b"])
    #expect(both.text == "tag:a" && both.fields == [.tag: "b"])
  }

  @Test(
    "a value that means nothing here is told and left out",
    arguments: [
      ("author:nobody", SearchField.author), ("author:\"a b\"", .author), ("tag:none", .tag), ("tag:\"?\"", .tag),
      ("category:none", .category),
      ("is:blue", .state), ("before:2026-02-30", .before), ("after:2026-13", .after), ("after:yesterday", .after),
      ("before:20260101", .before),
      ("before:99999", .before), ("after:0000", .after), ("before:2026-1-1-1", .before), ("-tag:none", .tag),
    ])
  func unknown(_ asked: String, _ field: SearchField) async throws {
    let bakery = try await Bakery()
    let findings = try await bakery.findings("oven \(asked)")
    #expect(findings.problems.map(\.field) == [field])
    #expect(findings.posts.count == 4)
  }

  @Test("what lies where somebody may not look is as if it never was: words, tags, categories")
  func permission() async throws {
    let bakery = try await Bakery()
    for person in [nil, Person.ana] {
      #expect(try await bakery.found("supplier", by: person) == [])
      #expect(try await bakery.findings("oven tag:supplier", by: person).problems.map(\.field) == [.tag])
      #expect(try await bakery.findings("oven category:team", by: person).problems.map(\.field) == [.category])
      #expect(try await bakery.found("oven author:mei", by: person) == [Self.gas])
    }
    #expect(try await bakery.found("supplier", by: .mei) == [Self.supplier])
    #expect(try await bakery.found("tag:supplier category:team", by: .mei) == [Self.supplier])
  }

  @Test("who took their name off a post is not found by it, and not left out by it either")
  func nameless() async throws {
    let bakery = try await Bakery()
    try await bakery.store.write { tx in
      try tx.run("UPDATE post SET nameless = TRUE WHERE number = 1 AND topic_id = (SELECT id FROM topic WHERE title = 'Pale crust')")
    }
    #expect(try await bakery.found("author:kai") == [Self.stone])
    #expect(try await bakery.found("-author:kai pale") == [Self.crust])
  }

  @Test("me is who asks, and a handle that was given up leads to who had it")
  func handles() async throws {
    let bakery = try await Bakery()
    #expect(Set(try await bakery.found("author:me oven", by: .ana)) == [Self.stone, Self.flour])
    #expect(try await bakery.findings("author:me oven").problems.map(\.field) == [.author])
    try await bakery.store.write { tx in
      try tx.run("INSERT INTO former_handle (handle, member_id, until_at) SELECT 'old-kai', id, 0 FROM member WHERE handle = 'kai'")
    }
    #expect(try await bakery.found("author:old-kai crust") == [Self.crust])
  }

  @Test("a day begins where the reader is")
  func zones() throws {
    let day = try #require(SearchDate("2026-01-07"))
    #expect(day.start(in: "UTC") == Timestamp(milliseconds: 1_767_744_000_000))
    #expect(day.start(in: "Asia/Tokyo") == Timestamp(milliseconds: 1_767_744_000_000 - 9 * 3_600_000))
    #expect(day.start(in: "Nowhere/Else") == day.start(in: "UTC"))
    #expect(SearchDate("2024-02-29") != nil && SearchDate("2023-02-29") == nil && SearchDate("1900-02-29") == nil)
    #expect(SearchDate("2026") == SearchDate("2026-01-01") && SearchDate("2026-3") == SearchDate("2026-03-01"))
  }
}
