import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Mentions") struct MentionTests {
  @Test("lead to members and to who had the name before, wherever a text is written; other names stay words") func links() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    try await forum.store.write { [ana = try #require(cast[.ana])] tx in
      try tx.run("INSERT INTO former_handle (handle, member_id, until_at) VALUES ('old-ana', \(ana.id), 1)")
    }
    try await forum.store.addCategory()
    let mei = try await forum.member("mei")
    let text = "Ask @Kai, @old-ana or @nobody-here"
    func check(_ page: String, _ place: String) {
      #expect(page.contains("href=\"/m/kai\"") && page.contains("href=\"/m/old-ana\""), "\(place)")
      #expect(!page.contains("/m/nobody-here") && page.contains("@nobody-here"), "\(place)")
    }
    let ask: KeyValuePairs = [
      "kind": "question", "category": "help", "title": "Ovens", "body": text, "tags": "", "key": "ask-12345678", "preview": "yes",
    ]
    check(try await mei.post("/ask", form: ask).text, "preview")
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.mei]), in: CategoryID(rawValue: 1))
    let reply = try await mei.post("/t/\(topic.rawValue)/replies", form: ["body": text, "key": "topic-1-1", "seen": "1"])
    let place = try #require(reply.location)
    let post = try #require(place.split(separator: "/").last)
    func shown() async throws -> String { try await mei.get("/t/\(topic.rawValue)/ovens").text }
    check(try await shown(), "answer")
    #expect(try await mei.post("/p/\(post)/edit", form: ["body": "No one", "version": "1"]).status == 303)
    #expect(!(try await shown().contains("/m/old-ana")))
    #expect(try await mei.post("/p/\(post)/edit", form: ["body": text, "version": "2"]).status == 303)
    check(try await shown(), "edit")
    #expect(try await mei.post("/p/\(post)/edit", form: ["body": "No one", "version": "3"]).status == 303)
    #expect(try await mei.post("/p/\(post)/remarks", form: ["body": text, "key": "r2-00000"]).status == 303)
    check(try await shown(), "remark")
    #expect(try await mei.post("/settings/profile", form: ["name": "Mei Tanaka", "bio": text, "timeZone": "UTC"]).status == 303)
    check(try await mei.get("/m/mei").text, "bio")
  }
}
