import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("The composer") struct ComposerStoryTests {
  private static let script: HTTPFields = [HTTPField.Name("X-Kindred-Fragment")!: "1"]

  @Test("a link on a post opens the composer with its text quoted, after what was begun") func quoting() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open(
      "Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory(), body: "Hot <b>\n\nVery")
    let kai = try await forum.member("kai")
    let page = try await kai.get("/t/\(topic.rawValue)/ovens").text
    let link = try #require(page.firstMatch(of: /href="(\/t\/1\/ovens\?quote=1)#reply" data-quote="ana"/)?.1)
    #expect(try await kai.get(String(link)).text.contains("\n@ana:\n\n&gt; Hot &lt;b&gt;\n&gt;\n&gt; Very\n\n</textarea>"))
    _ = try await kai.post("/t/1/replies", form: ["body": "Begun", "save": "yes"])
    #expect(try await kai.get(String(link)).text.contains("\nBegun\n\n@ana:\n\n&gt; Hot"))
    for wrong in ["2", "0", "x", "99999999999999999999"] {
      #expect(try await kai.get("/t/1/ovens?quote=\(wrong)").text.contains("\nBegun</textarea>"), "\(wrong)")
    }
    #expect(!(try await forum.visitor().get("/t/1/ovens").text.contains("quote=")))
    try await forum.store.write { tx in try tx.run("UPDATE topic SET locked_at = 1") }
    #expect(!(try await kai.get("/t/1/ovens").text.contains("quote=")))
  }

  @Test("words are offered to members who write, as a part of a page, and so many a minute") func completing() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCast()
    let kai = try await forum.member("kai")
    let offered = try await kai.get("/complete?member=me", headers: Self.script)
    #expect(offered.status == 200 && offered.text.contains("data-value=\"mei\"") && offered.text.contains("Mei Tanaka"))
    #expect(!offered.text.contains("<html"))
    #expect(try await kai.get("/complete?member=", headers: Self.script).text.contains("<li") == false)
    #expect(try await kai.get("/complete?tag=o", headers: Self.script).status == 200)
    #expect(try await kai.get("/complete", headers: Self.script).status == 200)
    #expect(try await kai.get("/complete?member=me").status == 404)
    #expect(try await forum.visitor().get("/complete?member=me", headers: Self.script).status == 303)
    var statuses: Set<Int> = []
    for _ in 1...200 { statuses.insert(try await kai.get("/complete?member=me", headers: Self.script).status) }
    #expect(statuses == [200, 429])
    #expect(try await forum.member("ana").get("/complete?member=me", headers: Self.script).status == 200)
    forum.store.clock.advance(.minutes(1))
    #expect(try await kai.get("/complete?member=me", headers: Self.script).status == 200)
  }
}
