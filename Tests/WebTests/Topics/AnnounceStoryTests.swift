import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing

@Suite("Announcing, as pages") struct AnnounceStoryTests {
  @Test("staff announce on the topic's page; lists show it on top; a member hides it and undoes that; staff end it and undo that")
  func story() async throws {
    let forum = try await TestForum.make(now: Timestamp(milliseconds: 1_767_268_800_000))
    let cast = try await forum.store.addCast()
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("We <move>", by: try #require(cast[.mei]), in: help, kind: .discussion)
    let (mei, ana, visitor) = (try await forum.member("mei"), try await forum.member("ana"), forum.visitor())
    let path = "/t/\(topic.rawValue)"
    func isOnTop(_ browser: Browser, _ list: String = "/") async throws -> Bool {
      try await browser.get(list).text.contains("class=\"plain-list announced\"")
    }
    let offered = try await mei.get("\(path)/we-move").text
    #expect(
      offered.contains("action=\"\(path)/announce\"") && offered.contains("from 2026-01-01 to") && offered.contains("value=\"2026-01-15\""))
    for browser in [ana, visitor] { #expect(!(try await browser.get("\(path)/we-move").text.contains("/announce"))) }
    // Bad days and places are refused in words, without scripts that would have kept them from being sent.
    for (place, until) in [("site", "2025-12-31"), ("site", "soon"), ("site", ""), ("moon", "2026-02-01"), ("site", "2027-06-01")] {
      let refused = try await mei.post("\(path)/announce", form: ["place": place, "until": until])
      #expect(refused.status == 422 && refused.text.contains("Please choose"), "\(place) \(until)")
    }
    #expect(try await ana.post("\(path)/announce", form: ["place": "site", "until": "2026-02-01"]).status == 403)
    #expect(try await mei.post("\(path)/announce", form: ["place": "site", "until": "2026-02-01"]).location == path)
    let announced = try await mei.get("\(path)/we-move").text
    #expect(announced.contains("Announced until 1 Feb") && announced.contains("Pinned everywhere by Mei Tanaka"))
    for (browser, list) in [(ana, "/"), (visitor, "/"), (visitor, "/c/help")] {
      let page = try await browser.get(list).text
      #expect(
        page.contains("<a href=\"\(path)/we-move\" dir=\"auto\">We &lt;move&gt;</a> <span class=\"meta\">until 1 Feb</span>"), "\(list)")
    }
    #expect(!(try await isOnTop(visitor, "/?before=1767268800000-1")), "not on older pages")
    #expect(!(try await visitor.get("/").text.contains("\(path)/hide")))
    let hidden = try await ana.post("\(path)/hide", form: ["return_to": "/c/help"])
    #expect(hidden.location == "/c/help")
    #expect(!(try await isOnTop(ana)))
    #expect(try await isOnTop(visitor))
    #expect(hidden.headers[values: .setCookie].contains { $0.contains("\(path)/unhide") })
    #expect(try await ana.post("\(path)/unhide").status == 303)
    #expect(try await isOnTop(ana))
    let ended = try await mei.post("\(path)/announce-end")
    #expect(ended.headers[values: .setCookie].contains { $0.contains("\(path)/announce-again") })
    #expect(!(try await isOnTop(visitor)))
    #expect(try await mei.post("\(path)/announce-again").status == 303)
    #expect(try await isOnTop(visitor))
    let log = try await forum.member("tomas").get("/admin/log?act=announce").text
    #expect(log.split(separator: ">Announced</a>").count == 3 && !log.contains(">Announcement ended</a>"))
    forum.store.clock.advance(.days(31))
    #expect(try await isOnTop(visitor), "on its last day")
    forum.store.clock.advance(.days(1))
    for list in ["/", "/c/help"] { #expect(!(try await isOnTop(visitor, list))) }
  }

  @Test("staff open a notice where they ask, on top of lists until a day or in its place; it takes replies and no accepted answer")
  func notice() async throws {
    let forum = try await TestForum.make(now: Timestamp(milliseconds: 1_767_268_800_000))
    _ = try await forum.store.addCast()
    try await forum.store.addCategory()
    let (mei, ana, visitor) = (try await forum.member("mei"), try await forum.member("ana"), forum.visitor())
    let form = try await mei.get("/ask").text
    #expect(form.contains("value=\"notice\"") && form.contains("name=\"place\"") && form.contains("value=\"2026-01-15\""))
    for browser in [ana, visitor] {
      let form = try await browser.get("/ask").text
      #expect(!form.contains("value=\"notice\"") && !form.contains("name=\"place\""))
    }
    func ask(
      _ browser: Browser, title: String = "We <move>", key: String = "notice-one", place: String = "site", until: String = "2026-02-01"
    ) async throws -> Answered {
      try await browser.post(
        "/ask",
        form: [
          "title": title, "body": "To Basel.", "kind": "notice", "category": "help", "tags": "", "key": key, "place": place, "until": until,
        ])
    }
    let refused = try await ask(mei, until: "soon")
    #expect(refused.status == 422 && refused.text.contains("id=\"until-problem\"") && refused.text.contains("value=\"soon\""))
    #expect(refused.text.contains("value=\"site\" selected") && refused.text.contains("value=\"notice\" checked"))
    #expect(try await ask(mei, until: "2025-12-31").text.contains("id=\"until-problem\""), "a day that is over")
    #expect(try await forum.store.number("SELECT count(*) FROM topic") == 0)
    #expect(try await ask(ana).status == 422, "members cannot, whatever they send")
    let path = try #require(try await ask(mei).location)
    #expect(try await ask(mei).location == path, "sent twice it is one")
    #expect(try await forum.store.number("SELECT count(*) FROM history_line") == 1)
    let list = try await visitor.get("/").text
    #expect(list.contains("<a href=\"\(path)\" dir=\"auto\">We &lt;move&gt;</a> <span class=\"meta\">until 1 Feb</span>"))
    #expect(list.contains("#i-notice"))
    let reply = try await ana.post(String(path.dropLast("/we-move".count)) + "/replies", form: ["body": "Good luck.", "key": "luck-one"])
    let post = try #require(reply.location)
    for person in ["ana", "mei"] {
      let page = try await forum.member(person).get(path).text
      #expect(page.contains("Notice</span>") && page.contains("Good luck.") && !page.contains("/accept\"") && !page.contains("/solved\""))
    }
    #expect(try await mei.post("\(post)/accept").status == 404)
    #expect(try await mei.post(String(path.dropLast("/we-move".count)) + "/solved", form: ["note": "Done"]).status == 404)
    #expect(try await visitor.get("/search?q=move+is%3Anotice").text.contains(path))
    // In its place.
    let plain = try #require(try await ask(mei, title: "We stay", key: "notice-two", place: "").location)
    #expect(try await visitor.get("/").text.contains(plain))
    #expect(try await forum.store.number("SELECT count(*) FROM announcement") == 1)
  }
}
