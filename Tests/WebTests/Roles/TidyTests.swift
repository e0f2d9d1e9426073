import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("Keeping topics in order") struct TidyTests {
  @Test("a helper proposes on the topic's page that it repeats another, staff confirm it there and can take it back") func story()
    async throws
  {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory("Help")
    let ana = try #require(cast[.ana])
    let first = try await forum.store.open("First <asked>", by: ana, in: help)
    let again = try await forum.store.open("Asked again", by: ana, in: help)
    let path = "/t/\(again.rawValue)/asked-again"
    let (omar, mei, kai) = (try await forum.member("omar"), try await forum.member("mei"), try await forum.member("kai"))
    #expect(try await omar.get(path).text.contains("href=\"/tidy/\(again.rawValue)\""))
    #expect(!(try await kai.get(path).text.contains("/tidy/")))
    #expect(try await kai.get("/tidy/\(again.rawValue)").status == 404)
    for typed in ["", "what", "99", "\(again.rawValue)", "/t/"] {
      let refused = try await omar.post("/tidy/\(again.rawValue)/repeats", form: ["original": typed])
      #expect(refused.status == 422 && refused.text.contains("original-problem"), "\(typed)")
    }
    #expect(try await omar.post("/tidy/\(again.rawValue)/repeats", form: ["original": "/t/\(first.rawValue)/x"]).status == 303)
    let proposed = try await omar.get(path).text
    #expect(proposed.contains("First &lt;asked&gt;") && !proposed.contains("/settle"))
    for browser in [kai, forum.visitor(), try await forum.member("ana")] {
      #expect(!(try await browser.get(path).text.contains("First &lt;asked&gt;</a></p>")))
    }
    #expect(try await mei.get(path).text.contains("action=\"/tidy/\(again.rawValue)/settle\""))
    let settled = try await mei.post("/tidy/\(again.rawValue)/settle", form: ["wanted": "yes"])
    #expect(settled.headers[values: .setCookie].contains { $0.contains("/tidy/\(again.rawValue)/end") })
    #expect(try await forum.visitor().get(path).text.contains("First &lt;asked&gt;</a>"))
    #expect(try await mei.post("/tidy/\(again.rawValue)/settle", form: ["wanted": "yes"]).status == 409)
    #expect(try await mei.post("/tidy/\(again.rawValue)/end").status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM topic WHERE duplicate_of IS NOT NULL") == 0)
    #expect(try await omar.post("/tidy/\(again.rawValue)/repeats", form: ["original": "\(first.rawValue)"]).status == 303)
    #expect(try await mei.post("/tidy/\(again.rawValue)/settle", form: ["wanted": "no"]).status == 303)
    #expect(!(try await omar.get(path).text.contains("note-info")))
  }

  @Test("bad tags come back beside their field with what was typed; good ones stand on the topic with a line of history") func tags()
    async throws
  {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory("Help")
    let topic = try await forum.store.open("Asked", by: try #require(cast[.ana]), in: help, tags: "oven")
    let omar = try await forum.member("omar")
    #expect(try await omar.get("/tidy/\(topic.rawValue)").text.contains("value=\"oven\""))
    let refused = try await omar.post("/tidy/\(topic.rawValue)/tags", form: ["tags": "one two three four five six"])
    #expect(refused.status == 422 && refused.text.contains("value=\"one two three four five six\""))
    #expect(try await omar.post("/tidy/\(topic.rawValue)/tags", form: ["tags": ""]).status == 303)
    #expect(!(try await omar.get("/t/\(topic.rawValue)/asked").text.contains("/tag/oven")))
    #expect(try await omar.post("/tidy/\(topic.rawValue)/tags", form: ["tags": ""]).status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM history_line") == 1, "the same again is nothing")
    #expect(try await forum.store.miscounts() == [])
  }

  @Test("a topic somebody does not see cannot be named, and looks like none") func hidden() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory("Help"), team = try await forum.store.addCategory("Team", .staff)
    let open = try await forum.store.open("Open", by: try #require(cast[.ana]), in: help)
    let inside = try await forum.store.open("Canary", by: try #require(cast[.mei]), in: team)
    let omar = try await forum.member("omar")
    let one = try await omar.post("/tidy/\(open.rawValue)/repeats", form: ["original": "\(inside.rawValue)"])
    #expect(one.status == 422 && !one.text.contains("Canary"))
    for path in ["", "/tags", "/repeats", "/settle", "/end"] {
      let (there, nowhere) = ("/tidy/\(inside.rawValue)\(path)", "/tidy/99\(path)")
      if path.isEmpty { #expect(try await omar.get(there).status == 404) }
      let form: KeyValuePairs<String, String> = path == "/tags" ? ["tags": ""] : path == "/repeats" ? ["original": "1"] : [:]
      if !path.isEmpty {
        #expect(try await omar.post(there, form: form).status == 404)
        #expect(try await omar.post(nowhere, form: form).status == 404)
      }
    }
    // What staff say of a topic for staff leads nobody else there.
    let mei = try await forum.member("mei")
    #expect(try await mei.post("/tidy/\(open.rawValue)/repeats", form: ["original": "\(inside.rawValue)"]).status == 303)
    for browser in [omar, forum.visitor()] { #expect(!(try await browser.get("/t/\(open.rawValue)/open").text.contains("Canary"))) }
  }
}
