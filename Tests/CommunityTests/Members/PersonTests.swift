import Community
import Database
import TestSupport
import Testing

@Suite("What members say of themselves") struct PersonTests {
  private struct Here {
    let store: TestStore
    let cast: [Person: Actor]
    init() async throws {
      store = try await TestStore.make()
      cast = try await store.addCast()
      let mei = try #require(cast[.mei])
      try await store.open("Ovens", by: mei, in: try await store.addCategory(), tags: "oven, flour")
      try await store.open("Recipe", by: mei, in: try await store.addCategory("Inside", .staff), tags: "secret-recipe")
      try await store.write { tx in
        try tx.run("INSERT INTO tag (name, synonym_of, created_at) SELECT 'stove', id, 1 FROM tag WHERE name = 'oven'")
      }
    }
    func who(_ person: Person) throws -> Actor { try #require(cast[person]) }
    func declare(_ raw: String, ticked: [String] = [], by person: Person) async throws {
      let (actor, declare) = (try who(person), DeclareInterests(try DeclaredInterests(raw, ticked: ticked)))
      try await store.write { tx in try declare.perform(by: actor, in: tx) }
    }
    func interests(of person: Person, for viewer: Viewer = .visitor) async throws -> [String] {
      let id = try who(person).id
      return try await store.read { tx in try DeclaredInterests.list(of: id, for: viewer, in: tx) }
    }
  }

  @Test("interests are tags that are used, each once, a synonym by its tag, and replaced as a whole") func interests() async throws {
    let h = try await Here()
    try await h.declare("Flour, stove", ticked: ["oven", "flour"], by: .ana)
    #expect(try await h.interests(of: .ana) == ["flour", "oven"])
    try await h.declare("oven", by: .ana)
    #expect(try await h.interests(of: .ana) == ["oven"])
    await #expect(throws: ForumError.invalid("tags", .interestUnknown)) { try await h.declare("oven, nothing", by: .ana) }
    #expect(try await h.interests(of: .ana) == ["oven"])
    try await h.declare("", by: .ana)
    #expect(try await h.interests(of: .ana) == [])
    #expect(throws: Problem(.interestsTooMany, 20)) { try DeclaredInterests((1...21).map { "t\($0)" }.joined(separator: ",")) }
    #expect(throws: Problem(.tagBad)) { try DeclaredInterests("<b>") }
  }

  @Test("a tag used only where somebody may not look is no tag to them, on anybody's page") func hidden() async throws {
    let h = try await Here()
    await #expect(throws: ForumError.invalid("tags", .interestUnknown)) { try await h.declare("secret-recipe", by: .ana) }
    try await h.declare("secret-recipe, oven", by: .mei)
    #expect(try await h.interests(of: .mei, for: try h.who(.tomas).viewer) == ["oven", "secret-recipe"])
    for viewer in [Viewer.visitor, try h.who(.ana).viewer] { #expect(try await h.interests(of: .mei, for: viewer) == ["oven"]) }
    let popular = try await h.store.read { tx in try PopularTags.load(for: .visitor, in: tx) }
    #expect(popular == ["flour", "oven"])
  }

  @Test("an away note stands until its day is over, and not after one is back") func away() async throws {
    let h = try await Here()
    let ana = try h.who(.ana)
    func say(_ until: Timestamp?, _ note: String) async throws {
      let say = try SayAway(until: until, note: note)
      try await h.store.write { tx in try say.perform(by: ana, in: tx) }
    }
    func away() async throws -> Away? { try await h.store.read { tx in try Away.find(ana.id, in: tx) } }
    #expect(try await away() == nil)
    try await say(h.store.clock.now + .days(3), "At\u{202E} sea\n")
    #expect(try await away()?.note == "At sea")
    h.store.clock.advance(.days(3))
    #expect(try await away() == nil)
    try await say(h.store.clock.now + .days(3), "Again")
    try await say(nil, "forgotten")
    #expect(try await away() == nil)
    #expect(try await h.store.number("SELECT count(*) FROM member WHERE away_note <> ''") == 0)
    for days in [0, -1, 367] as [Int64] {
      let until = h.store.clock.now + .days(days)
      await #expect(throws: ForumError.invalid("until", .dayUnknown)) { try await say(until, "") }
    }
    #expect(throws: Problem(.tooLong, 200)) { try SayAway(until: nil, note: String(repeating: "a", count: 201)) }
  }

  @Test("areas are the tags of two answers or more that the viewer may read") func areas() async throws {
    let h = try await Here()
    let (mei, kai) = (try h.who(.mei), try h.who(.kai))
    let help = CategoryID(rawValue: 1), inside = CategoryID(rawValue: 2)
    for number in 1...2 {
      try await h.store.reply("Yes", to: try await h.store.open("More \(number)", by: mei, in: help, tags: "oven t\(number)"), by: kai)
    }
    for number in 1...3 {
      let topic = try await h.store.open("Secret \(number)", by: mei, in: inside, tags: "secret-recipe")
      try await h.store.reply("Yes", to: topic, by: mei)
    }
    func areas(of person: Person, for viewer: Viewer) async throws -> [String]? {
      let handle = try Handle(person.handle)
      return try await h.store.read { tx in try MemberProfile.find(handle: handle, for: viewer, in: tx) }?.areas
    }
    #expect(try await areas(of: .kai, for: .visitor) == ["oven"])
    #expect(try await areas(of: .mei, for: .visitor) == [])
    #expect(try await areas(of: .mei, for: try h.who(.tomas).viewer) == ["secret-recipe"])
  }
}
