import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing

@Suite("The first steps") struct WelcomeTests {
  @Test("whoever joins is led through four steps, each of which saves or can be left out, and sees them again only by asking") func story()
    async throws
  {
    let forum = try await TestForum.make()
    let mei = try await forum.store.add(.mei)
    try await forum.store.open("Ovens", by: mei, in: try await forum.store.addCategory(), tags: "oven, flour")
    let browser = forum.visitor()
    let joined = try await browser.post(
      "/sign-up", form: ["name": "Nia Vale", "email": "nia@example.org", "password": "nine quiet herons 7"])
    #expect(joined.location == "/welcome")
    let first = try await browser.get("/welcome").text
    #expect(first.contains("Step 1 of 4") && first.contains("value=\"Nia Vale\"") && first.contains("href=\"/welcome/interests\""))
    let wrong = try await browser.post("/welcome", form: ["name": "", "timeZone": "Europe/Lisbon"])
    #expect(wrong.status == 422 && wrong.text.contains("value=\"Europe/Lisbon\"") && wrong.text.contains("id=\"name-problem\""))
    #expect(try await browser.post("/welcome", form: ["name": "Nia V", "timeZone": "Europe/Lisbon"]).location == "/welcome/interests")
    let second = try await browser.get("/welcome/interests").text
    #expect(
      second.contains("Step 2 of 4") && second.contains("name=\"tag\" value=\"oven\">") && second.contains("href=\"/welcome/people\""))
    let unknown = try await browser.post("/welcome/interests", form: ["tag": "oven", "tags": "moon"])
    #expect(unknown.status == 422 && unknown.text.contains("value=\"moon\"") && unknown.text.contains("value=\"oven\" checked>"))
    #expect(try await browser.post("/welcome/interests", form: ["tag": "oven", "tags": "flour"]).location == "/welcome/people")
    #expect(try await browser.get("/welcome/people").text.contains("Step 3 of 4"))
    #expect(try await browser.post("/welcome/people", form: ["askMe": "yes"]).location == "/welcome/mail")
    #expect(try await browser.get("/people/reasons").text.contains("name=\"askMe\" value=\"yes\" checked"))
    #expect(try await browser.get("/welcome/mail").text.contains("Step 4 of 4"))
    #expect(try await browser.post("/welcome/mail", form: ["answered": "yes"]).location == "/")
    #expect(try await browser.get("/").text.contains("All set."))
    let nia = try await forum.store.read { tx in try tx.value("SELECT id FROM member WHERE name = 'Nia V'", as: MemberID.self) }
    let id = try #require(nia)
    #expect(try await forum.store.read { tx in try MailChoices.wanted(by: id, in: tx) } == [.answered])
    let profile = try await forum.visitor().get("/m/nia-vale").text
    #expect(profile.contains("href=\"/tag/oven\"") && profile.contains("href=\"/tag/flour\""))
    #expect(try await browser.get("/settings").text.contains("href=\"/welcome\""))
    #expect(try await browser.get("/welcome/interests").text.contains("value=\"flour\" checked>"))
  }

  @Test("whoever came for something goes on to that") func onTheWay() async throws {
    let forum = try await TestForum.make()
    let form: KeyValuePairs = [
      "name": "Nia Vale", "email": "nia@example.org", "password": "nine quiet herons 7", "return_to": "/ask?title=x",
    ]
    #expect(try await forum.visitor().post("/sign-up", form: form).location == "/ask?title=x")
  }

  @Test("an away note stands on the member's page, where somebody answers their open question or writes to them, and nowhere else")
  func away()
    async throws
  {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    let topic = try await forum.store.open("Ovens", by: try #require(cast[.ana]), in: try await forum.store.addCategory())
    let (ana, kai, path) = (try await forum.member("ana"), try await forum.member("kai"), "/t/\(topic.rawValue)/ovens")
    let bad = try await ana.post("/settings/away", form: ["until": "2026-02-31", "awayNote": "At <sea>"])
    #expect(bad.status == 422 && bad.text.contains("value=\"At &lt;sea&gt;\"") && bad.text.contains("id=\"away-until-problem\""))
    #expect(try await ana.post("/settings/away", form: ["until": "2026-02-10", "awayNote": "At <sea>"]).location == "/settings")
    let said = "Ana Costa is away until 10 Feb.</bdi> <q dir=\"auto\">At &lt;sea&gt;</q>"
    try await forum.store.write(to: try #require(cast[.ana]), by: try #require(cast[.mei]))
    let mei = try await forum.member("mei")
    #expect(try await mei.get("/messages/1").text.contains(said))
    #expect(try await forum.member("tomas").get("/m/ana/write").text.contains(said))
    #expect(!(try await ana.get("/messages/1").text.contains("is away")), "she knows, and Mei is here")
    for place in [path, "/m/ana"] { #expect(try await kai.get(place).text.contains(said), "\(place)") }
    #expect(try await forum.visitor().get("/m/ana").text.contains(said))
    #expect(!(try await ana.get(path).text.contains("is away")), "she knows")
    #expect(!(try await forum.visitor().get(path).text.contains("is away")))
    let opening = try await forum.store.opening(of: topic)
    try await ana.post("/p/\(opening.rawValue)/name-off")
    #expect(!(try await kai.get(path).text.contains("is away")), "who took her name off is named by nothing")
    #expect(try await ana.post("/settings/away", form: ["until": "", "awayNote": "Back"]).location == "/settings")
    #expect(!(try await kai.get("/m/ana").text.contains("is away")))
  }
}
