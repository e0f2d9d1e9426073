import Database
import TestSupport
import Testing

@testable import Community

@Suite("What is held") struct PreventionTests {
  private func isHidden(_ post: PostID, in store: TestStore) async throws -> Bool {
    try await store.number("SELECT count(*) FROM post WHERE id = \(post) AND hidden") == 1
  }

  private func rule(of post: PostID, in store: TestStore) async throws -> String? {
    try await store.read { tx in try tx.value("SELECT rule FROM review WHERE post_id = \(post)") }
  }

  private func links(_ count: Int) -> String { (0..<count).map { "See https://site\($0).example/a" }.joined(separator: "\n\n") }

  @Test("a newcomer's text with more links than the setting says waits, with the rule; staff, helpers and settled members do not")
  func links() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let topic = try await store.open("Labels", by: try #require(cast[.ana]), in: try await store.addCategory())
    let held = try await store.reply(links(4), to: topic, by: try #require(cast[.sam]))
    #expect(try await isHidden(held, in: store))
    #expect(try await rule(of: held, in: store) == "links")
    #expect(try await !isHidden(store.reply(links(3), to: topic, by: try #require(cast[.sam])), in: store))
    for person in [Person.kai, .omar, .mei, .tomas] {
      #expect(try await !isHidden(store.reply(links(4), to: topic, by: try #require(cast[person])), in: store), "\(person)")
    }
    #expect(try await isHidden(store.reply(links(11), to: topic, by: try #require(cast[.kai])), in: store))
    #expect(try await !isHidden(store.reply(links(11), to: topic, by: try #require(cast[.omar])), in: store))
    await #expect(throws: ForumError.invalid("body", .linksTooMany, 50)) {
      try await store.reply(links(51), to: topic, by: try #require(cast[.kai]))
    }
    #expect(try await store.read { tx in try Recount.perform(in: tx) }.isEmpty)
  }

  @Test("first posts wait until as many were let through as the setting says") func firstPosts() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (noor, sam, tomas) = (try #require(cast[.noor]), try #require(cast[.sam]), try #require(cast[.tomas]))
    var settings = PreventionSettings.defaults
    settings.firstPosts = 1
    try await store.write { [settings] tx in try settings.save(by: noor, in: tx) }
    await #expect(throws: ForumError.forbidden(.notAllowed)) {
      try await store.write { [settings] tx in try settings.save(by: tomas, in: tx) }
    }
    let topic = try await store.open("Labels", by: noor, in: try await store.addCategory(), kind: .discussion)
    let first = try await store.reply("One", to: topic, by: sam), second = try await store.reply("Two", to: topic, by: sam)
    for post in [first, second] { #expect(try await isHidden(post, in: store)) }
    #expect(try await rule(of: first, in: store) == "firstPost")
    try await store.write { tx in
      let review: ReviewID = try tx.value("SELECT id FROM review WHERE post_id = \(first)") ?? { throw ForumError.notFound }()
      try Decide(review, .fine, why: .silent()).perform(by: tomas, in: tx)
    }
    #expect(try await !isHidden(first, in: store))
    #expect(try await !isHidden(store.reply("Three", to: topic, by: sam), in: store))
  }

  @Test("words are refused by name, held, or replaced, in title, text and tags") func words() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, tomas) = (try #require(cast[.ana]), try #require(cast[.tomas]))
    func add(_ pattern: String, _ act: WordRule.Act, _ replacement: String = "") async throws {
      let draft = try WordRuleDraft(pattern: try WordPattern(pattern), act: act, replacement: replacement, note: "")
      try await store.write { tx in _ = try AddWordRule(draft).perform(by: tomas, in: tx) }
    }
    try await add("vile slur", .block)
    try await add("cheap pills", .hold)
    try await add("darn", .replace, "dear")
    let help = try await store.addCategory()
    await #expect(throws: ForumError.invalid([FieldProblem("body", Problem(.wordBlocked, word: "V1LE  slur".replacing("  ", with: " ")))]))
    {
      try await store.open("Labels", by: ana, in: help, body: "You V1LE *slur*, you")
    }
    await #expect(throws: ForumError.self) { try await store.open("A vile slur", by: ana, in: help) }
    let topic = try await store.open("The Darn thing", by: ana, in: help, body: "This **darn** thing, `darn`!")
    #expect(try await store.read { tx in try tx.value("SELECT title FROM topic WHERE id = \(topic)") } == "The dear thing")
    let body: String? = try await store.read { tx in try tx.value("SELECT body FROM post WHERE topic_id = \(topic)") }
    #expect(body == "This **dear** thing, `dear`!")
    let held = try await store.reply("I sell ch3ap pills", to: topic, by: ana)
    #expect(try await rule(of: held, in: store) == "words")
    // What a person let stand is not held again by an edit that brings nothing new.
    try await store.write { tx in
      let review: ReviewID = try tx.value("SELECT id FROM review WHERE post_id = \(held)") ?? { throw ForumError.notFound }()
      try Decide(review, .fine, why: .silent()).perform(by: tomas, in: tx)
    }
    try await store.edit(held, to: "I sell no cheap pills", by: ana)
    #expect(try await !isHidden(held, in: store))
    // Names, and what two people write each other.
    await #expect(throws: ForumError.invalid([FieldProblem("name", Problem(.wordBlocked, word: "Cheap Pills"))])) {
      try await store.write { tx in try ChangeName(to: DisplayName("Cheap Pills")).perform(by: ana, in: tx) }
    }
    #expect(try await store.write("You vile slur", to: try #require(cast[.kai]), by: ana).number == 1)
    #expect(try await store.read { tx in try Recount.perform(in: tx) }.isEmpty)
  }

  @Test("traps hold, by facts alone")
  func traps() throws {
    let plain = try PostBody("My oven is cold.").facts, linked = try PostBody("See https://a.example").facts
    func reason(_ facts: TextFacts, _ suspicion: Suspicion, _ pace: PreventionSettings.Pace) -> ActRule? {
      var settings = PreventionSettings.defaults
      settings.pace = pace
      return Prevention.reason(facts, isSettled: false, standing: 0, suspicion: suspicion, settings)
    }
    #expect(reason(plain, .trap, .off) == .trap)
    #expect(reason(plain, .pace, .withLinks) == nil && reason(linked, .pace, .withLinks) == .pace)
    #expect(reason(plain, .pace, .always) == .pace && reason(linked, .pace, .off) == nil)
    #expect(reason(linked, .none, .always) == nil)
  }

  @Test("of 50 people at once with a link for three, three join") func invitations() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    let token = SecretToken { _ in Array(repeating: 7, count: 32) }
    try await store.write { tx in
      try SignUpSettings(mode: .invitation).save(by: noor, in: tx)
      try Invite(token, most: 3, days: 2, note: "").perform(by: noor, in: tx)
    }
    let joined = await withTaskGroup(of: Bool.self) { group in
      for number in 1...50 {
        group.addTask {
          let outcome = try? await store.write { tx in
            try SignUp(
              name: DisplayName("Guest \(number)"), email: EmailAddress("guest\(number)@example.org"), passwordHash: "x",
              address: "198.51.\(number).1", invitation: token
            ).perform(in: tx)
          }
          return outcome != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(joined == 3)
    #expect(try await store.number("SELECT uses FROM invitation") == 3)
    #expect(try await store.number("SELECT count(*) FROM member") == 4)
  }

  @Test("domains and networks are refused for strangers and members alike, until their day") func entry() async throws {
    let store = try await TestStore.make()
    let noor = try await store.add(.noor)
    try await store.write { tx in
      try AddEntryRule(EntryValue(.denyDomain, "@Throwaway.example"), note: "", until: nil).perform(by: noor, in: tx)
      try AddEntryRule(EntryValue(.denyNetwork, "203.0.113.0/24"), note: "", until: tx.now + .days(1)).perform(by: noor, in: tx)
    }
    func join(_ email: String, from address: String) async throws -> SignUp.Outcome {
      try await store.write { tx in
        try SignUp(name: DisplayName("Una"), email: EmailAddress(email), passwordHash: "x", address: address).perform(in: tx)
      }
    }
    await #expect(throws: ForumError.invalid("email", .emailNotTaken)) { try await join("a@mail.throwaway.example", from: "192.0.2.1") }
    await #expect(throws: ForumError.forbidden(.networkDenied)) { try await join("a@example.org", from: "203.0.113.9") }
    // Somebody who has an account there gets the same answer.
    await #expect(throws: ForumError.forbidden(.networkDenied)) { try await join("noor@example.org", from: "203.0.113.9") }
    store.clock.advance(.days(2))
    _ = try await join("a@example.org", from: "203.0.113.9")
    #expect(throws: Problem.self) { try EntryValue(.denyNetwork, "0.0.0.0/0") }
  }
}
