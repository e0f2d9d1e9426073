import Database
import ForumSupport
import TestSupport
import Testing

@testable import Community
@testable import Web

@Suite("Traps for programs") struct TrapStoryTests {
  private func question(_ forum: TestForum, body: String, shown: Int64?, hidden: String = "", number: Int) async throws -> Bool {
    let visitor = forum.visitor(from: "192.0.2.\(number)")
    var pairs: [(key: String, value: String)] = [
      ("kind", "question"), ("category", "help"), ("title", "A cold oven"), ("body", body), ("tags", ""), ("key", "key-1234567\(number)"),
      ("topic_url", hidden), ("name", "Guest \(number)"), ("email", "guest\(number)@example.org"), ("password", "keeps-bees-1987"),
    ]
    if let shown { pairs.append(("shown", String(shown))) }
    let answered = try await visitor.post("/ask", pairs: pairs)
    #expect(answered.status == 303)
    return try await forum.store.number("SELECT count(*) FROM post WHERE hidden AND id = (SELECT max(id) FROM post)") == 1
  }

  @Test("hold what no person sends, and let through who is quick, pastes, comes back after an error or has an old page") func asking()
    async throws
  {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let now = forum.store.clock.now.rawValue
    #expect(try await question(forum, body: "It stays cold.", shown: now - 60_000, hidden: "http://spam.example", number: 1))
    #expect(try await question(forum, body: "See https://pills.example", shown: now - 900, number: 2))
    #expect(try await !question(forum, body: "It stays cold. I pasted this.", shown: now - 900, number: 3))
    #expect(try await !question(forum, body: "See https://docs.example", shown: now - 2_000, number: 4))
    #expect(try await !question(forum, body: "See https://docs.example", shown: nil, number: 5))
    // A page kept on the way is older; a clock that was set back makes nobody a program.
    #expect(try await !question(forum, body: "See https://docs.example", shown: now - 86_400_000, number: 6))
    #expect(try await !question(forum, body: "See https://docs.example", shown: now + 5_000, number: 7))
  }

  @Test("stand in the forms out of everybody's way, and keep the first moment after an error") func fields() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    for path in ["/sign-up", "/ask"] {
      let page = try await forum.visitor().get(path).text
      #expect(page.contains("name=\"shown\" value=\"\(forum.store.clock.now.rawValue)\""), "\(path)")
      #expect(page.contains("<div hidden>") && page.contains("tabindex=\"-1\" autocomplete=\"off\""), "\(path)")
    }
    let again = try await forum.visitor().post(
      "/sign-up", form: ["name": "", "email": "", "password": "", "shown": "1234", "topic_url": ""])
    #expect(again.status == 422 && again.text.contains("name=\"shown\" value=\"1234\""))
    #expect(!(try await forum.member("ana").get("/ask").text.contains("topic_url")))
  }

  @Test("a report that a program filled in is taken like any other, weighs nothing, and nobody is told") func report() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("The oven smells", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let now = forum.store.clock.now.rawValue
    let senders: [(shown: Int64, hidden: String, browser: Browser)] = [
      (now - 60_000, "", forum.visitor(from: "192.0.2.1")), (now - 60_000, "http://spam.example", forum.visitor(from: "192.0.2.2")),
      (now - 900, "", forum.visitor(from: "192.0.2.3")), (now, "typed", try await forum.member("kai")),
    ]
    var weights: [Int] = []
    for (number, sender) in senders.enumerated() {
      let post = try await forum.store.reply("Clean it \(number).", to: topic, by: try #require(cast[.mei]))
      let path = "/p/\(post.rawValue)", isVisitor = number < 3
      #expect(try await sender.browser.get("\(path)/report").text.contains("topic_url") == isVisitor, "\(number)")
      let again = try await sender.browser.post(
        "\(path)/report", form: ["reason": "", "note": "", "shown": "1234", "topic_url": sender.hidden])
      #expect(again.status == 422 && again.text.contains("name=\"shown\" value=\"1234\"") == isVisitor, "\(number)")
      let sent = try await sender.browser.post(
        "\(path)/report", form: ["reason": "danger", "note": "", "shown": "\(sender.shown)", "topic_url": sender.hidden])
      #expect(sent.location == path)
      weights.append(try await forum.store.number("SELECT weight FROM review WHERE post_id = \(post)"))
    }
    #expect(weights == [360, 0, 0, 400])
    let queue = try await forum.member("tomas").get("/moderation").text
    #expect(queue.split(separator: "Reported once").count == 5)
    #expect(try await forum.store.number("SELECT count(*) FROM report WHERE weight = 0") == 2)
  }

  @Test("an account that a program filled in waits for a person") func account() async throws {
    let forum = try await TestForum.make()
    let answered = try await forum.visitor().post(
      "/sign-up", form: ["name": "Una", "email": "una@example.org", "password": "keeps-bees-1987", "topic_url": "x", "shown": ""])
    #expect(answered.status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM member WHERE held_at IS NOT NULL") == 1)
    #expect(try await forum.store.read { tx in try tx.value("SELECT rule FROM review") } == "trap")
  }

  @Test("what a person decides about it teaches the scorer") func teaches() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let now = forum.store.clock.now.rawValue
    for number in 1...2 {
      #expect(try await question(forum, body: "Cheap pills \(number)", shown: now - 60_000, hidden: "x", number: number))
    }
    let tomas = try await forum.store.add(.tomas)
    try await forum.store.write { tx in
      let reviews = try tx.values("SELECT id FROM review WHERE post_id IS NOT NULL ORDER BY id", as: ReviewID.self)
      try Decide(reviews[0], .delete, why: .silent(.spam)).perform(by: tomas, in: tx)
      try Decide(reviews[1], .fine, why: .silent()).perform(by: tomas, in: tx)
    }
    try await forum.settle()
    let learnt = try await forum.store.read { tx in try tx.values("SELECT is_spam FROM spam_lesson ORDER BY post_id", as: Bool.self) }
    #expect(learnt == [true, false])
  }

  @Test("no time that anybody sends breaks anything", arguments: ["", "x", "-5", "99999999999999999999", "1e9", "١٢٣", " 12"]) func times(
    _ shown: String
  ) {
    let form = FormValues(["shown": [shown], "topic_url": [" "]])
    #expect(FormTrap.suspicion(form, now: Timestamp(rawValue: 1_000)) == .none)
  }
}
