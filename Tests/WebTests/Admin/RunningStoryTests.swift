import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Settings, numbers and health, as pages") struct RunningStoryTests {
  @Test("an admin finds a setting by its words, changes it, and reads who changed it; what is wrong comes back") func settings()
    async throws
  {
    let forum = try await TestForum.make()
    _ = try await forum.store.addCast()
    let noor = try await forum.member("noor")
    let all = try await noor.get("/admin/settings").text
    #expect(all.contains("Who can join") && all.contains("Network addresses are kept for") && all.contains("30 days"))
    let found = try await noor.get("/admin/settings?q=NETWORK+kept").text
    #expect(found.contains("href=\"/admin/settings/addressDays\"") && !found.contains("Who can join"))
    #expect(try await noor.get("/admin/settings?q=nothingatall").text.contains("No setting has these words."))
    let path = "/admin/settings/addressDays"
    #expect(try await noor.get(path).text.contains("From 1 to 90. Unless changed: 30 days."))
    for (typed, said) in [("0", "at least 1"), ("91", "at most 90"), ("<b>", "at most 90"), ("", "at most 90")] {
      let wrong = try await noor.post(path, form: ["number": typed])
      #expect(wrong.status == 422 && wrong.text.contains(said) && !wrong.text.contains("<b>\""), "\(typed)")
      // The page that comes back is marked as the one that is shown, as when it was opened.
      #expect(wrong.text.contains("<a href=\"/admin/settings\" aria-current=\"page\">"), "\(typed)")
    }
    #expect(try await noor.post(path, form: ["number": "7"]).location == "/admin/settings")
    let changed = try await noor.get("/admin/settings?q=network").text
    #expect(changed.contains("7 days") && changed.contains("By default: <bdi>30 days") && changed.contains("Noor Haddad"))
    #expect(try await forum.visitor().get("/privacy").text.contains("the address for 7 days"))
    #expect(try await noor.get("/admin/log").text.contains("Network addresses are kept for: 30 days → 7 days"))
    #expect(try await noor.get("/admin/settings/logKey").status == 404)
  }

  @Test("numbers and health say what there is, and nobody else finds them") func others() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let noor = try await forum.member("noor")
    #expect(try await noor.get("/admin/numbers").text.contains("There is no whole week yet."))
    let ana = try #require(cast[.ana])
    try await forum.store.open("Why does it hum?", by: ana, in: try await forum.store.addCategory())
    forum.store.clock.advance(.days(7))
    let weeks = try await forum.store.read { tx in try CountWeeks.read(in: tx) }
    try await forum.store.write { tx in try weeks.write(in: tx) }
    let numbers = try await forum.member("noor").get("/admin/numbers").text
    #expect(numbers.contains("<rect") && numbers.contains("0 of 1"))
    #expect(numbers.contains("No question of these weeks is solved") && !numbers.contains(">None<"))
    #expect(try await forum.member("noor").get("/admin/health").text.contains("There is no good backup of the last week."))
    for name in ["ana", "mei", "tomas", "omar"] {
      let browser = try await forum.member(name)
      for path in ["/admin/settings", "/admin/settings/reviewHours", "/admin/numbers", "/admin/health"] {
        #expect(try await browser.get(path).status == 404, "\(name) \(path)")
      }
      #expect(try await browser.post("/admin/settings/reviewHours", form: ["number": "3"]).status == 404)
    }
  }
}
