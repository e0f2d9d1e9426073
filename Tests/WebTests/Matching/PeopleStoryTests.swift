import Community
import Database
import ForumSupport
import TestSupport
import Testing
import Web

@Suite("People who may like to meet") struct PeopleStoryTests {
  /// A forum with Ana, Kai and twenty more who say yes, of whom Kai alone writes about what Ana writes about.
  private func forum(saying yes: Bool = true) async throws -> (forum: TestForum, ana: Browser, kai: Actor) {
    let forum = try await TestForum.make()
    let (ana, kai) = (try await forum.store.add(.ana), try await forum.store.add(.kai))
    let help = try await forum.store.addCategory("Help")
    for subject in ["sourdough starter", "proofing basket"] {
      try await forum.store.open("About my \(subject)", by: ana, in: help, body: "How warm should the \(subject) be?")
      try await forum.store.open("On the \(subject)", by: kai, in: help, body: "Keep every \(subject) warm.")
    }
    if yes {
      try await forum.store.write { tx in
        var choices = MatchChoices()
        choices.suggestMe = true
        for actor in [ana, kai] { try SetMatchChoices(choices).perform(by: actor, in: tx) }
        for number in 1...20 {
          let member: MemberID? = try tx.value(
            """
            INSERT INTO member (name, handle, email_verified_at, role, created_at)
            VALUES (\("Guest \(number)"), \("guest-\(number)"), \(tx.now), 'member', \(tx.now)) RETURNING id
            """)
          try tx.run(
            """
            INSERT INTO matching_choice (member_id, suggest_me, ask_me, use_posts, use_reading, at)
            VALUES (\(try #require(member)), TRUE, FALSE, TRUE, FALSE, \(tx.now))
            """)
        }
      }
    }
    try await forum.settle()
    return (forum, try await forum.member(.ana), kai)
  }

  @Test("who has not said yes is offered to, and sees nobody") func offered() async throws {
    let (forum, ana, _) = try await forum(saying: false)
    let page = try await ana.get("/people").text
    #expect(page.contains("You are not suggested to others") && !page.contains("Kai Lindqvist"))
    let saved = try await ana.post("/people/choices", form: ["suggestMe": "yes", "usePosts": "yes", "return_to": "/people"])
    #expect(saved.location == "/people")
    #expect(try await ana.get("/people").text.contains("Too few members take part"))
    _ = forum
  }

  @Test("two who write about the same meet, with reasons whose links say so") func meet() async throws {
    let (forum, ana, _) = try await forum()
    let page = try await ana.get("/people").text
    #expect(page.contains("Kai Lindqvist") && page.contains("<mark>"))
    #expect(page.split(separator: "Writes about").count > 2)
    _ = forum
  }

  @Test("blocked either way, switched off, suspended, passed by or gone: at once in nobody's list") func gone() async throws {
    for (number, end) in Self.ends.enumerated() {
      let (forum, ana, kai) = try await forum()
      #expect(try await ana.get("/people").text.contains("Kai Lindqvist"))
      let actor = try await forum.store.read { tx in
        try #require(try tx.value("SELECT id FROM member WHERE handle = 'ana'", as: MemberID.self))
      }
      try await forum.store.write { tx in try end(actor, kai, tx) }
      #expect(try await !ana.get("/people").text.contains("Kai Lindqvist"), "\(number)")
    }
  }

  private static let ends: [@Sendable (MemberID, Actor, Transaction) throws -> Void] = [
    { ana, kai, tx in try tx.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana), \(kai.id), \(tx.now))") },
    { ana, kai, tx in try tx.run("INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(kai.id), \(ana), \(tx.now))") },
    { _, kai, tx in try SetMatchChoices(MatchChoices()).perform(by: kai, in: tx) },
    { _, kai, tx in try tx.run("UPDATE member SET suspended_until = \(tx.now + .days(3)) WHERE id = \(kai.id)") },
    { _, kai, tx in try tx.run("UPDATE member SET silenced_until = \(tx.now + .days(3)) WHERE id = \(kai.id)") },
    { _, kai, tx in
      for topic in try tx.values("SELECT id FROM topic WHERE author_id = \(kai.id)", as: TopicID.self) {
        try UseFact(.topic(topic), wanted: false).perform(by: kai, in: tx)
      }
    },
    { _, kai, tx in
      try EraseMember(kai.id, texts: false, words: try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")).perform(
        in: tx)
    },
    { _, kai, tx in
      for post in try tx.values("SELECT id FROM post WHERE author_id = \(kai.id)", as: PostID.self) {
        try DeletePost(post: post).perform(by: kai, in: tx)
      }
    },
  ]

  @Test("not now and never take somebody out without telling them; it can be taken back") func passBy() async throws {
    let (forum, ana, kai) = try await forum()
    for wanted in ["later", "never"] {
      let passed = try await ana.post("/m/kai/pass", form: ["wanted": wanted])
      #expect(passed.location == "/people")
      #expect(try await !ana.get("/people").text.contains("<h3><a href=\"/m/kai\""))
      #expect(try await ana.get("/people/reasons").text.contains("Kai Lindqvist"))
      _ = try await ana.post("/m/kai/suggest-again", form: [:])
      #expect(try await ana.get("/people").text.contains("<h3><a href=\"/m/kai\""))
    }
    let other = try await forum.member(.kai)
    #expect(try await other.get("/people").text.contains("Ana Costa"), "who was passed by cannot tell")
    #expect(try await ana.post("/m/nobody/pass", form: ["wanted": "never"]).status == 404)
    _ = kai
  }

  @Test("every fact stands on one page, and what is switched off there is used no more") func facts() async throws {
    let (forum, ana, _) = try await forum()
    let page = try await ana.get("/people/reasons").text
    #expect(page.contains("About my sourdough starter") && page.contains("About my proofing basket") && !page.contains("On the sourdough"))
    let topics = try await forum.store.read { tx in
      try tx.values("SELECT id FROM topic WHERE author_id = (SELECT id FROM member WHERE handle = 'ana') ORDER BY id", as: TopicID.self)
    }
    for topic in topics { _ = try await ana.post("/people/reasons/topics/\(topic.rawValue)", form: ["wanted": "no"]) }
    #expect(try await ana.get("/people/reasons").text.contains("not used"))
    #expect(try await ana.get("/people").text.contains("Nobody fits yet"))
    let kai = try await forum.member(.kai)
    #expect(try await !kai.get("/people").text.contains("Ana Costa"))
    let others = try await forum.store.read { tx in
      try #require(try tx.value("SELECT id FROM topic WHERE author_id = (SELECT id FROM member WHERE handle = 'kai')", as: TopicID.self))
    }
    #expect(try await ana.post("/people/reasons/topics/\(others.rawValue)", form: ["wanted": "no"]).status == 404)
    for topic in topics { _ = try await ana.post("/people/reasons/topics/\(topic.rawValue)", form: ["wanted": "yes"]) }
    #expect(try await ana.get("/people").text.contains("Kai Lindqvist"))
  }

  @Test("what is written where it is sensitive suggests nobody; only admins say what is") func sensitive() async throws {
    let (forum, ana, _) = try await forum()
    let category = try await forum.store.read { tx in try #require(try tx.value("SELECT id FROM category", as: CategoryID.self)) }
    let path = "/admin/categories/\(category.rawValue)/sensitive"
    #expect(try await ana.post(path, form: ["wanted": "yes"]).status == 404)
    let noor = try await forum.member(.noor)
    _ = try await noor.post(path, form: ["wanted": "yes"])
    #expect(try await noor.get("/admin/categories/\(category.rawValue)").text.contains("Marked as sensitive"))
    #expect(try await ana.get("/people").text.contains("Nobody fits yet"))
    #expect(try await !ana.get("/people/reasons").text.contains("About my sourdough starter"))
    _ = try await noor.post(path, form: ["wanted": "no"])
    #expect(try await ana.get("/people").text.contains("Kai Lindqvist"))
  }
}
