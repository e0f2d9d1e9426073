import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("Home shows what a member may know or like") struct HomeSuggestionsTests {
  private struct Here {
    let forum: TestForum
    let ear: Overheard
    let cast: [Person: Actor]
    let help: CategoryID

    func actor(_ person: Person) throws -> Actor { try #require(cast[person]) }
    func open(_ title: String, body: String, by person: Person = .ana, kind: TopicKind = .question) async throws -> TopicID {
      try await forum.store.open(title, by: try actor(person), in: help, kind: kind, body: body)
    }
    /// What stands under a heading of the rail.
    func part(_ id: String, of page: String) -> String? {
      guard let start = page.firstRange(of: "id=\"\(id)\"") else { return nil }
      let rest = page[start.upperBound...]
      return String(rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)])
    }
  }

  /// Kai wrote about sourdough; since then others ask and talk about it.
  private func here() async throws -> Here {
    let ear = Overheard()
    let forum = try await TestForum.make(through: { ear.listening(to: $0) })
    let cast = try await forum.store.addCast()
    let here = Here(forum: forum, ear: ear, cast: cast, help: try await forum.store.addCategory())
    for subject in ["hydration", "starter"] {
      let topic = try await here.open("Trouble with sourdough \(subject)", body: "The sourdough \(subject) went wrong.", by: .mei)
      for person in [Person.kai, .omar] {
        try await forum.store.reply("More water helps the sourdough \(subject).", to: topic, by: try here.actor(person))
      }
    }
    forum.store.clock.advance(.days(20))
    _ = try await here.open("How wet is a sourdough?", body: "My sourdough hydration is off.")
    _ = try await here.open("A sourdough starter in winter", body: "Mine sleeps.", kind: .discussion)
    _ = try await here.open("Which bicycle?", body: "For the way to work.", by: .mei, kind: .discussion)
    try await forum.settle()
    return here
  }

  private func pass(_ here: Here) { here.forum.store.clock.advance(.minutes(6)) }

  @Test("with reasons that can be looked up, to who lets themselves be asked and what they wrote be used") func story() async throws {
    let here = try await here()
    let kai = try await here.forum.member("kai")
    let before = try await kai.get("/").text
    #expect(here.part("know", of: before) == nil, "they did not say they want to be asked")
    let like = try #require(here.part("like", of: before))
    #expect(like.contains("A sourdough starter in winter") && like.contains("You wrote about “") && !like.contains("bicycle"))
    try await here.forum.letAsk(try here.actor(.kai))
    pass(here)
    let page = try await kai.get("/").text
    let know = try #require(here.part("know", of: page))
    #expect(know.contains("How wet is a sourdough?") && know.contains("Trouble with sourdough") && !know.contains("starter in winter"))
    #expect(try #require(here.part("like", of: page)).contains("A sourdough starter in winter"))
    for other in [here.forum.visitor(), try await here.forum.member("sam")] {
      let page = try await other.get("/").text
      #expect(here.part("know", of: page) == nil && here.part("like", of: page) == nil)
    }
    // What is read is no news.
    _ = try await kai.get("/t/4/a-sourdough-starter-in-winter")
    await here.forum.site.services.reading.flush()
    #expect(try await here.part("like", of: kai.get("/").text)?.contains("starter in winter") != true)
  }

  @Test("and nothing in the moment in which it should not be, however it was remembered") func gone() async throws {
    let here = try await here()
    let kai = try await here.forum.member("kai")
    let (member, ana) = (try here.actor(.kai).id, try here.actor(.ana).id)
    try await here.forum.letAsk(try here.actor(.kai))
    let changes: [(String, SQL, SQL)] = [
      (
        "no questions", "UPDATE matching_choice SET ask_me = FALSE WHERE member_id = \(member)",
        "UPDATE matching_choice SET ask_me = TRUE WHERE member_id = \(member)"
      ),
      (
        "nothing used", "UPDATE matching_choice SET use_posts = FALSE WHERE member_id = \(member)",
        "UPDATE matching_choice SET use_posts = TRUE WHERE member_id = \(member)"
      ),
      ("hidden", "UPDATE topic SET hidden = TRUE WHERE id = 3", "UPDATE topic SET hidden = FALSE WHERE id = 3"),
      ("answered", "UPDATE topic SET others_count = 1 WHERE id = 3", "UPDATE topic SET others_count = 0 WHERE id = 3"),
      ("sensitive", "UPDATE category SET sensitive = TRUE", "UPDATE category SET sensitive = FALSE"),
      (
        "not for everybody", "UPDATE category_access SET may_see = FALSE WHERE role = 'visitor'",
        "UPDATE category_access SET may_see = TRUE WHERE role = 'visitor'"
      ),
      (
        "no answers from members", "UPDATE category_access SET may_reply = FALSE WHERE role = 'member'",
        "UPDATE category_access SET may_reply = TRUE WHERE role = 'member'"
      ),
      ("blocked", "INSERT INTO member_block (member_id, blocked_id, at) VALUES (\(ana), \(member), 1)", "DELETE FROM member_block"),
      (
        "reasons switched off", "INSERT INTO matching_unused_topic (member_id, topic_id, at) SELECT \(member), id, 1 FROM topic",
        "DELETE FROM matching_unused_topic"
      ),
      (
        "reasons edited", "UPDATE post SET version = version + 1 WHERE topic_id <= 2",
        "UPDATE post SET version = version - 1 WHERE topic_id <= 2"
      ),
    ]
    for (what, change, back) in changes {
      #expect(try await here.part("know", of: kai.get("/").text)?.contains("How wet") == true, "before \(what)")
      try await here.forum.store.write { tx in try tx.run(change) }
      #expect(try await here.part("know", of: kai.get("/").text)?.contains("How wet") != true, "\(what)")
      try await here.forum.store.write { tx in try tx.run(back) }
    }
  }

  @Test("what was offered stands first, and not after “not me”") func offered() async throws {
    let here = try await here()
    let kai = try await here.forum.member("kai")
    try await here.forum.letAsk(try here.actor(.kai))
    here.forum.store.clock.advance(.hours(4))
    try await here.forum.askAround()
    #expect(try await here.part("know", of: kai.get("/").text)?.contains("How wet") == true)
    #expect(try await kai.post("/t/3/not-me").status == 303)
    #expect(try await here.part("know", of: kai.get("/").text)?.contains("How wet") != true)
    pass(here)
    #expect(try await here.part("know", of: kai.get("/").text)?.contains("How wet") != true)
  }

  @Test("for two statements more, however many there are, and none for a visitor") func statements() async throws {
    let here = try await here()
    let kai = try await here.forum.member("kai"), visitor = here.forum.visitor()
    func count(_ browser: Browser) async throws -> Int {
      _ = try await browser.get("/")
      here.ear.forget()
      _ = try await browser.get("/")
      return here.ear.statements.count
    }
    let sam = try await here.forum.member("sam")
    let none = try await count(sam), few = try await count(kai), visitors = try await count(visitor)
    #expect(few <= none + 2)
    for number in 1...6 { _ = try await here.open("More sourdough \(number)", body: "Hydration, starter.", by: .mei, kind: .discussion) }
    try await here.forum.letAsk(try here.actor(.kai))
    try await here.forum.settle()
    pass(here)
    #expect(try await count(kai) == few)
    #expect(try await count(visitor) == visitors)
  }

  @Test("related topics are those of matching where a topic is public, and those of the search elsewhere") func related() async throws {
    let here = try await here()
    let visitor = here.forum.visitor()
    let page = try await visitor.get("/t/3/how-wet-is-a-sourdough").text
    #expect(try #require(here.part("related", of: page)).contains("Trouble with sourdough hydration"))
    try await here.forum.store.write { tx in try tx.run("UPDATE topic SET hidden = TRUE WHERE id = 1") }
    #expect(try await here.part("related", of: visitor.get("/t/3/how-wet-is-a-sourdough").text)?.contains("sourdough hydration") != true)
    let team = try await here.forum.store.addCategory("Team", .staff)
    let inside = try await here.forum.store.open("Trouble with sourdough sales", by: try here.actor(.mei), in: team)
    try await here.forum.settle()
    let seen = try await here.forum.member("mei").get("/t/\(inside.rawValue)/trouble-with-sourdough-sales").text
    #expect(try #require(here.part("related", of: seen)).contains("Trouble with sourdough starter"))
  }
}
