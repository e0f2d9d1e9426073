import Community
import Database
import TestSupport
import Testing

@Suite("Searching for people and tags") struct SearchPeopleTests {
  private func filled() async throws -> Bakery {
    let bakery = try await Bakery()
    while try await bakery.store.write({ tx in try NameIndex.fill(in: tx) }) > 0 {}
    return bakery
  }

  @Test(
    "members are found by words of their name and by their handle, the last word begun; never by e-mail",
    arguments: [
      ("ana", ["Ana Costa"]), ("costa", ["Ana Costa"]), ("Ana Cos", ["Ana Costa"]), ("costa ana", ["Ana Costa"]),
      ("@kai", ["Kai Lindqvist"]),
      ("tomas", ["Tomáš Novák"]), ("zoe muller", ["Zoë Müller"]), ("müller", ["Zoë Müller"]), ("lind", ["Kai Lindqvist"]), ("o", []),
      ("ana kai", []), ("ana@example.org", []), ("example.org", []), ("an", []), ("a b c d e f ana", []), ("\u{0}", []), ("%", []),
      ("'", []),
    ])
  func people(_ text: String, _ names: [String]) async throws {
    #expect(try await filled().findings(text).people.map(\.name) == names)
  }

  @Test("who is called exactly so comes first, and no more than three are shown")
  func exact() async throws {
    let bakery = try await filled()
    for number in 1...5 {
      _ = try await bakery.store.write { tx in
        try NewMember(name: try DisplayName("Anabel \(number)"), email: nil, passwordHash: nil, role: .member, isVerified: true).insert(
          in: tx)
      }
    }
    let people = try await bakery.findings("ana").people
    #expect(people.count == 3 && people.first?.handle == "ana")
    #expect(try await bakery.findings("anabel 4").people.map(\.name) == ["Anabel 4"])
  }

  @Test("a new name is found at once, the old one no more")
  func renamed() async throws {
    let bakery = try await filled()
    let ana = try #require(bakery.cast[.ana])
    try await bakery.store.write { tx in
      try ChangeName(to: try DisplayName("Anouk Duval")).perform(by: ana, in: tx)
      try ChangeHandle(to: try Handle("anouk-d")).perform(by: ana, in: tx)
    }
    #expect(try await bakery.findings("duval").people.map(\.handle) == ["anouk-d"])
    #expect(try await bakery.findings("costa").people.isEmpty)
    #expect(try await bakery.store.write { tx in try NameIndex.fill(in: tx) } == 0)
  }

  @Test(
    "tags are found by their word, joined words, and one or many; a hidden one is none",
    arguments: [("oven", ["oven"]), ("ovens please", ["oven"]), ("crust and stone", ["crust", "stone"]), ("supplier", []), ("zzz", [])])
  func tags(_ text: String, _ tags: [String]) async throws {
    let bakery = try await filled()
    #expect(try await bakery.findings(text).tags == tags)
    if text == "supplier" { #expect(try await bakery.findings(text, by: .mei).tags == ["supplier"]) }
  }

  @Test("a tag of joined words and a synonym are found")
  func joined() async throws {
    let bakery = try await filled()
    let mei = try #require(bakery.cast[.mei])
    let help: CategoryID = try #require(try await bakery.store.read { tx in try tx.value("SELECT id FROM category WHERE name = 'Help'") })
    try await bakery.store.open("Starting", by: mei, in: help, tags: "cold-start")
    try await bakery.store.write { tx in
      try tx.run("INSERT INTO tag (name, synonym_of, created_at) SELECT 'stove', id, 0 FROM tag WHERE name = 'oven'")
    }
    #expect(try await bakery.findings("a cold start").tags == ["cold-start"])
    #expect(try await bakery.findings("stove").tags == ["oven"])
    let ovens = try await bakery.found("tag:oven")
    #expect(try await bakery.found("tag:stove") == ovens)
  }
}
