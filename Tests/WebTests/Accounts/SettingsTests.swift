import Database
import ForumSupport
import TestSupport
import Testing

@Suite struct SettingsTests {
  @Test("name, bio and zone are saved, and a problem brings the form back with what was typed") func profile() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.joined(.ana)
    let saved = try await ana.post("/settings/profile", form: ["name": "Ana C.", "bio": "I keep **bees**.", "timeZone": "Europe/Lisbon"])
    #expect(saved.status == 303)
    #expect(try await ana.get("/settings").says("Your profile was saved."))
    #expect(!(try await ana.get("/settings").says("Your profile was saved.")), "it is said once")
    #expect(try await forum.visitor().get("/m/ana-costa").text.contains("<strong>bees</strong>"))
    let wrong = try await ana.post("/settings/profile", form: ["name": "Ana D.", "bio": "Typed", "timeZone": "Europe/Nowhere"])
    #expect(wrong.status == 422)
    #expect(
      wrong.text.contains("id=\"profile-timeZone-problem\"") && wrong.text.contains("value=\"Ana D.\"")
        && wrong.text.contains("Typed</textarea>"))
  }

  @Test("an old handle leads to the new one for ever, and changes once in thirty days") func handle() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.joined(.ana)
    #expect(try await ana.post("/settings/handle", form: ["handle": "beekeeper"]).status == 303)
    let old = try await forum.visitor().get("/m/ana-costa")
    #expect(old.status == 301 && old.location == "/m/beekeeper")
    #expect(try await forum.visitor().get("/m/BeeKeeper").location == "/m/beekeeper")
    #expect(try await ana.post("/settings/handle", form: ["handle": "another"]).says("once in 30 days"))
    #expect(try await forum.visitor().get("/m/nobody-here").status == 404)
  }

  @Test("sessions are listed, and ended one by one or all others at once") func sessions() async throws {
    let forum = try await TestForum.make()
    let here = try await forum.joined(.ana)
    func signedIn(_ address: String) async throws -> Browser {
      let browser = forum.visitor(from: address)
      try await browser.post("/sign-in", form: ["email": Person.ana.email, "password": Person.ana.password])
      return browser
    }
    let phone = try await signedIn("198.51.100.1"), work = try await signedIn("198.51.100.2"), home = try await signedIn("198.51.100.3")
    let page = try await here.get("/settings").text
    #expect(page.contains("198.51.100.1") && page.contains("198.51.100.2") && page.contains("198.51.100.3"))
    let row = try #require(page.split(separator: "<li").first { $0.contains("198.51.100.1") })
    let path = try #require(row.firstMatch(of: /\/settings\/sessions\/\d+\/end/)?.0)
    #expect(try await here.post(String(path)).status == 303)
    #expect(try await phone.get("/settings").status == 303)
    #expect(try await work.get("/settings").status == 200)
    let kai = try await forum.joined(.kai)
    let others = try #require(try await work.get("/settings").text.firstMatch(of: /\/settings\/sessions\/\d+\/end/)?.0)
    #expect(try await kai.post(String(others)).status == 404, "nobody ends another's session")
    #expect(try await here.post("/settings/sessions/end").status == 303)
    #expect(try await work.get("/settings").status == 303)
    #expect(try await home.get("/settings").status == 303)
    #expect(try await here.get("/settings").status == 200)
  }

  @Test("a new address takes the password and a link mailed to it; the old one is told") func email() async throws {
    let forum = try await TestForum.make()
    let ana = try await forum.joined(.ana)
    try await forum.store.write { tx in try tx.run("UPDATE member SET email_verified_at = \(tx.now)") }
    #expect(
      try await ana.post("/settings/email", form: ["email": "new@example.org", "current": "not-mine-1987"]).says(
        "not your current password"))
    #expect(try await ana.post("/settings/email", form: ["email": "new@example.org", "current": Person.ana.password]).status == 303)
    let token = try await forum.mailedToken("changeEmail")
    #expect(try await ana.get("/email/\(token)").says("new@example.org"))
    #expect(try await ana.get("/settings").says(Person.ana.email), "nothing changes before the press")
    #expect(try await forum.visitor().post("/email/\(token)").status == 303)
    #expect(try await ana.get("/settings").says("new@example.org"))
    #expect(try await forum.mails("emailChanged") == 1)
    #expect(try await forum.visitor().post("/email/\(token)").status == 410)
  }

  @Test("a new password takes the current one and ends every other session") func password() async throws {
    let forum = try await TestForum.make()
    let here = try await forum.joined(.ana)
    let there = forum.visitor()
    try await there.post("/sign-in", form: ["email": Person.ana.email, "password": Person.ana.password])
    let wrong = try await here.post("/settings/password", form: ["current": "not-mine-1987", "newPassword": "quite-another-hive-9"])
    #expect(wrong.status == 422 && wrong.text.contains("id=\"password-current-problem\""))
    #expect(
      try await here.post("/settings/password", form: ["current": Person.ana.password, "newPassword": "quite-another-hive-9"]).status == 303
    )
    #expect(try await here.get("/settings").status == 200)
    #expect(try await there.get("/settings").status == 303)
  }

  @Test("light or dark is a visitor's cookie and a member's choice") func theme() async throws {
    let forum = try await TestForum.make()
    let visitor = forum.visitor()
    #expect(try await visitor.post("/theme", form: ["theme": "dark", "return_to": "/privacy"]).location == "/privacy")
    #expect(try await visitor.get("/privacy").text.contains("data-theme=\"dark\""))
    #expect(try await visitor.post("/theme", form: ["theme": "neon"]).status == 422)
    let ana = try await forum.joined(.ana)
    try await ana.post("/theme", form: ["theme": "light"])
    let elsewhere = forum.visitor()
    try await elsewhere.post("/sign-in", form: ["email": Person.ana.email, "password": Person.ana.password])
    #expect(try await elsewhere.get("/privacy").text.contains("data-theme=\"light\""))
  }
}
