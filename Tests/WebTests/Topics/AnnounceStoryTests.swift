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
    #expect(try await ana.post("\(path)/announce", form: ["place": "site", "until": "2026-02-01"]).status == 404)
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
    forum.store.clock.advance(.days(31))
    #expect(try await isOnTop(visitor), "on its last day")
    forum.store.clock.advance(.days(1))
    for list in ["/", "/c/help"] { #expect(!(try await isOnTop(visitor, list))) }
  }
}
