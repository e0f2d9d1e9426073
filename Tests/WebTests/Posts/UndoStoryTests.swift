import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@Suite("Taking acts back, as pages") struct UndoStoryTests {
  @Test("taking off a mark and saying that nothing is solved offer to undo it on the next page") func offered() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let post = try await forum.store.reply("Clean it.", to: topic, by: try #require(cast[.kai]))
    let (ana, page, act) = (try await forum.member("ana"), "/t/\(topic.rawValue)/ovens", "/p/\(post.rawValue)")
    try await ana.post("\(act)/accept")
    try await ana.post("\(act)/unaccept")
    let open = try await ana.get(page).text
    #expect(open.contains("action=\"\(act)/accept-again\"") && open.contains("no longer accepted"))
    #expect(try await ana.post("\(act)/accept-again").location == act)
    let solved = try await ana.get(page).text
    #expect(solved.contains("action=\"\(act)/unaccept\"") && solved.contains("The answer is accepted."))
    try await ana.post("\(act)/unaccept")
    try await ana.post("/t/\(topic.rawValue)/solved", form: ["note": "Salt"])
    try await ana.post("/t/\(topic.rawValue)/unsolved")
    #expect(try await ana.get(page).text.contains("action=\"/t/\(topic.rawValue)/solved-again\""))
    #expect(try await ana.post("/t/\(topic.rawValue)/solved-again").location == "/t/\(topic.rawValue)")
    #expect(try await ana.get(page).text.contains("Salt"))
  }

  @Test("an author can be blocked from each of their posts, by members and not their own, and not who looks after the community")
  func blocking() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    for person in [Person.kai, .mei] { try await forum.store.reply("Clean it.", to: topic, by: try #require(cast[person])) }
    func offered(_ browser: Browser) async throws -> [String] {
      let text = try await browser.get("/t/\(topic.rawValue)/ovens").text
      return text.matches(of: /href="\/m\/([a-z]+)#block"/).map { String($0.1) }
    }
    let ana = try await forum.member("ana")
    #expect(try await offered(ana) == ["kai"])
    #expect(try await offered(forum.member("omar")) == ["ana", "kai"])
    #expect(try await offered(forum.visitor()) == [])
    #expect(try await ana.get("/m/kai").text.contains("<form id=\"block\" method=\"post\" action=\"/m/kai/block\">"))
    try await ana.post("/m/kai/block", form: ["wanted": "yes"])
    #expect(try await offered(ana) == [])
  }
}
