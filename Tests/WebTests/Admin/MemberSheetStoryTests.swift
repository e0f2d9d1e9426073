import Community
import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@Suite("What is done on a member's sheet") struct MemberSheetStoryTests {
  private let forum: TestForum
  private let cast: [Person: Actor]
  private let kai: MemberID
  private let sheet: String

  init() async throws {
    forum = try await TestForum.make()
    cast = try await forum.store.addCast()
    kai = try #require(cast[.kai]).id
    sheet = "/admin/members/\(kai.rawValue)"
  }

  @Test("a running silence or suspension stands there with its end, for those who restrict members") func terms() async throws {
    let tomas = try await forum.member("tomas")
    #expect(try await !tomas.get(sheet).text.contains("Silenced"))
    let now = forum.store.clock.now
    try await forum.store.write { tx in
      try tx.run("UPDATE member SET silenced_until = \(now + .days(3)), suspended_until = \(now + .days(36_400)) WHERE id = \(kai)")
    }
    let page = try await tomas.get(sheet).text
    #expect(page.contains("Silenced until ") && page.contains("Suspended for good: cannot sign in."))
    #expect(!(try await forum.member("mei").get(sheet).text.contains("Silenced")))
    forum.store.clock.advance(.days(4))
    let later = try await forum.member("tomas").get(sheet).text
    #expect(!later.contains("Silenced until ") && later.contains("Suspended for good"))
  }

  @Test("those who keep order note something for one another; the member and everybody else never see it") func notes() async throws {
    let (tomas, noor, mei) = (try await forum.member("tomas"), try await forum.member("noor"), try await forum.member("mei"))
    for _ in 1...2 {
      #expect(try await tomas.post(sheet + "/notes", form: ["memberNote": "Called <b>us</b>; all is well."]).location == sheet)
    }
    #expect(try await forum.store.number("SELECT count(*) FROM member_note") == 1, "sent twice it is one")
    for browser in [tomas, noor] {
      let page = try await browser.get(sheet).text
      #expect(page.contains("Called &lt;b&gt;us&lt;/b&gt;; all is well.") && page.contains("Tomáš Novák"))
    }
    #expect(!(try await mei.get(sheet).text.contains("Called")))
    let own = try await forum.member("kai")
    for path in ["/m/kai", "/settings", "/decisions", "/notices", "/search?q=called"] {
      #expect(!(try await own.get(path).text.contains("Called")), "\(path)")
    }
    // Nobody reads or writes about themselves.
    let tomasID = try #require(cast[.tomas]).id.rawValue
    #expect(try await noor.post("/admin/members/\(tomasID)/notes", form: ["memberNote": "Works a lot."]).status == 303)
    #expect(!(try await tomas.get("/admin/members/\(tomasID)").text.contains("Works a lot.")))
    #expect(try await tomas.post("/admin/members/\(tomasID)/notes", form: ["memberNote": "I do."]).status == 404)
    for name in ["ana", "mei", "omar"] {
      let browser = try await forum.member(name)
      #expect(try await browser.post(sheet + "/notes", form: ["memberNote": "Me too."]).status == 404, "\(name)")
      #expect(try await browser.post(sheet + "/notes/1/remove").status == 404, "\(name)")
    }
    // Who looks after one category alone reads no sheet.
    let help = try await forum.store.addCategory()
    try await forum.store.letModerate(try #require(cast[.ana]).id, help)
    #expect(try await forum.member("ana").post(sheet + "/notes", form: ["memberNote": ""]).status == 404)
    let long = String(repeating: "e\u{301}", count: 700)
    for (text, status) in [(" ", 422), (long, 422), (String(repeating: "x", count: 1_000), 303)] {
      let answered = try await tomas.post(sheet + "/notes", form: ["memberNote": text])
      #expect(answered.status == status)
      if text == long { #expect(answered.text.contains(long), "what was typed is kept") }
    }
    // Its writer takes it away, an admin any; not a moderator another's.
    #expect(try await noor.post(sheet + "/notes", form: ["memberNote": "From Noor."]).status == 303)
    let theirs = try await forum.store.number("SELECT id FROM member_note WHERE body = 'From Noor.'")
    #expect(try await tomas.post(sheet + "/notes/\(theirs)/remove").status == 403)
    #expect(try await noor.post(sheet + "/notes/1/remove").status == 303)
    #expect(try await noor.post(sheet + "/notes/1/remove").status == 404)
    #expect(try await noor.post("/admin/members/\(tomasID)/notes/\(theirs)/remove").status == 404)
    #expect(try await noor.post("/admin/members/999/notes", form: ["memberNote": "x"]).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'note'") == 5)
    let words = try ErasedWords(name: "Former member", title: "Removed", text: "Removed.")
    try await forum.store.write { [kai] in try EraseMember(kai, texts: false, words: words).perform(in: $0) }
    #expect(try await forum.store.number("SELECT count(*) FROM member_note WHERE member_id = \(kai)") == 0)
  }

  @Test("no more notes in a day than anybody writes by hand") func limited() async throws {
    let tomas = try #require(cast[.tomas])
    try await forum.store.write { [kai] tx in
      for number in 1...WriteNote.mostPerDay { try WriteNote(NoteText("Note \(number)"), about: kai).perform(by: tomas, in: tx) }
    }
    let answered = try await forum.member("tomas").post(sheet + "/notes", form: ["memberNote": "One more"])
    #expect(answered.status == 429 && answered.text.contains("as many notes as you can in one day") && answered.text.contains("One more"))
  }

  @Test("an admin sees where somebody is signed in, without addresses, and ends it") func sessions() async throws {
    let (noor, first, second) = (
      try await forum.member("noor"), try await forum.member("kai", from: "203.0.113.9"), try await forum.member("kai", from: "203.0.113.9")
    )
    let page = try await noor.get(sheet).text
    #expect(page.contains("Where they are signed in"))
    #expect(!page.contains("203.0.113.9"))
    let ids = page.matches(of: /\/sessions\/([0-9]+)\/end/).map { String($0.1) }
    #expect(ids.count == 2)
    for name in ["mei", "tomas", "ana"] {
      let browser = try await forum.member(name)
      #expect(!(try await browser.get(sheet).text.contains("/sessions/")))
      for path in ["/sessions/end", "/sessions/\(ids[0])/end", "/claim", "/export"] {
        #expect(try await browser.post(sheet + path).status == 404, "\(path) for \(name)")
      }
    }
    #expect(try await noor.post("/admin/members/1/sessions/\(ids[0])/end").status == 404, "another member's")
    #expect(try await noor.post(sheet + "/sessions/\(ids[0])/end").status == 303)
    #expect(try await noor.post(sheet + "/sessions/\(ids[0])/end").status == 404)
    #expect([try await first.get("/settings").status, try await second.get("/settings").status].sorted() == [200, 303])
    for _ in 1...2 { #expect(try await noor.post(sheet + "/sessions/end").status == 303) }
    #expect(try await second.get("/settings").status == 303)
    #expect(try await first.get("/settings").status == 303)
    #expect(try await noor.get("/settings").status == 200)
    let own = try await forum.store.number("SELECT id FROM member WHERE handle = 'noor'")
    #expect(try await noor.post("/admin/members/\(own)/sessions/end").status == 404, "one's own end in the settings")
    #expect(try await noor.post("/admin/members/999/sessions/end").status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'endSessions'") == 3)
    try await forum.settle()
  }

  @Test("an imported member's link is shown once and lets its holder in") func claim() async throws {
    let noor = try await forum.member("noor")
    #expect(try await noor.post(sheet + "/claim").status == 404, "nobody imported")
    #expect(!(try await noor.get(sheet).text.contains(sheet + "/claim")))
    try await forum.store.write { [kai] tx in
      try tx.run("UPDATE member SET imported = TRUE, email = NULL, email_key = NULL, email_verified_at = NULL WHERE id = \(kai)")
    }
    let made = try await noor.post(sheet + "/claim")
    #expect(made.status == 201)
    let link = try #require(made.text.firstMatch(of: /http:[^"<]*(\/claim\/[A-Za-z0-9_\-]{43})/)?.1)
    #expect(!(try await noor.get(sheet).text.contains(link)))
    #expect(try await forum.visitor().get(String(link)).status == 200)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'claimLink' AND member_id = \(kai)") == 1)
  }

  @Test("what the site holds leaves as a file, without what only the member reads") func export() async throws {
    let noor = try await forum.member("noor")
    let (actor, ana) = (try #require(cast[.kai]), try #require(cast[.ana]))
    let help = try await forum.store.addCategory()
    let topic = try await forum.store.open("What hums?", by: ana, in: help)
    try await forum.store.reply("The \"fridge\" & <all>.", to: topic, by: actor)
    try await forum.store.write("A secret letter.", to: ana, by: actor)
    try await noor.post(sheet + "/notes", form: ["memberNote": "A secret note."])
    let answered = try await noor.post(sheet + "/export")
    #expect(answered.status == 200 && answered.headers[.contentType] == "application/json")
    #expect(answered.headers[.contentDisposition] == "attachment; filename=\"member-\(kai.rawValue).json\"")
    for part in ["\"kai@example.org\"", "The \\\"fridge\\\" & <all>.", "\"messages\" : 1", "\"notes\" : 1"] {
      #expect(answered.text.contains(part), "\(part)")
    }
    for secret in ["secret", "192.0.2", "password", "token"] { #expect(!answered.text.contains(secret), "\(secret)") }
    #expect(try await noor.post("/admin/members/999/export").status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'export' AND member_id = \(kai)") == 1)
  }
}
