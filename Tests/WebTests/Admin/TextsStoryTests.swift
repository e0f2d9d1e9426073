import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite("The company's own texts") struct TextsStoryTests {
  private func publish(_ kind: String, _ body: String, since: Int = 0, anew: Bool = false, by browser: Browser) async throws -> Answered {
    let fields = [("siteText", body), ("version", String(since))] + (anew ? [("asksAnew", "yes")] : [])
    return try await browser.post("/admin/texts/\(kind)", pairs: fields.map { (key: $0.0, value: $0.1) })
  }

  @Test(
    "are there once they are published, linked at the foot, and gone when they are taken off",
    arguments: ["rules", "terms", "imprint", "contact"])
  func story(_ kind: String) async throws {
    let forum = try await TestForum.make()
    let (noor, visitor) = (try await forum.member("noor"), forum.visitor())
    #expect(try await visitor.get("/\(kind)").status == 404)
    #expect(try await !visitor.get("/").text.contains("href=\"/\(kind)\""))
    #expect(try await noor.get("/admin/texts/\(kind)/history").status == 404)
    #expect(try await publish(kind, "Be **kind** to bees.", by: noor).status == 303)
    #expect(try await visitor.get("/\(kind)").text.contains("<strong>kind</strong>"))
    #expect(try await visitor.get("/").text.contains("href=\"/\(kind)\""))
    // The same twice is one version; another is the second, and the history says what changed.
    #expect(try await publish(kind, "Be **kind** to bees.", by: noor).status == 303)
    #expect(try await publish(kind, "Be **good** to bees.", since: 1, by: noor).status == 303)
    let history = try await noor.get("/admin/texts/\(kind)/history").text
    #expect(history.contains("Version 2") && history.contains("<del>") && history.contains("<ins>") && !history.contains("Version 3"))
    #expect(try await noor.post("/admin/texts/\(kind)/off").status == 303)
    #expect(try await noor.post("/admin/texts/\(kind)/off").status == 303)
    #expect(try await visitor.get("/\(kind)").status == 404)
    #expect(try await !visitor.get("/").text.contains("href=\"/\(kind)\""))
    #expect(try await noor.get("/admin/texts/\(kind)").text.contains("Be **good** to bees."))
    #expect(try await publish(kind, "Be **good** to bees.", since: 2, by: noor).status == 303)
    #expect(try await visitor.get("/\(kind)").status == 200)
    #expect(try await forum.store.number("SELECT count(*) FROM site_text_version") == 2)
    #expect(try await forum.store.number("SELECT count(*) FROM act WHERE kind = 'setting'") == 4)
  }

  @Test("the welcome stands on home for visitors alone, and what is said of privacy above what the server keeps") func elsewhere()
    async throws
  {
    let forum = try await TestForum.make()
    let (noor, visitor) = (try await forum.member("noor"), forum.visitor())
    #expect(try await publish("welcome", "Welcome to the *hive*.", by: noor).status == 303)
    #expect(try await publish("privacy", "Mei looks after what we keep.", by: noor).status == 303)
    #expect(try await visitor.get("/").text.contains("Welcome to the <em>hive</em>."))
    #expect(try await !noor.get("/").text.contains("<em>hive</em>"))
    let privacy = try await visitor.get("/privacy").text
    #expect(privacy.contains("Mei looks after what we keep.") && privacy.contains("What this server keeps"))
    #expect(try await visitor.get("/welcome").status == 303)
  }

  @Test(
    "nothing in them runs or leads to code",
    arguments: [
      "<script>alert(1)</script>", "[a](javascript:alert(1))", "<img src=x onerror=alert(1)>", "![a](https://evil.example/x.png)",
      "[a](data:text/html,<script>alert(1)</script>)", "<style>body{display:none}</style>",
    ])
  func hostile(_ body: String) async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    for kind in ["rules", "welcome", "privacy"] {
      #expect(try await publish(kind, body, by: noor).status == 303)
      let page = try await forum.visitor().get(kind == "welcome" ? "/" : "/\(kind)").text
      for wrong in ["<script>alert", "href=\"javascript:", "href=\"data:", "<img src=x", "src=\"https://evil", "<style>"] {
        #expect(!page.contains(wrong), "\(kind): \(wrong)")
      }
    }
    #expect(try await !noor.get("/admin/texts/rules/history").text.contains("<script>alert"))
  }

  @Test("nothing, too much, and what goes over another's version come back with what was typed") func refused() async throws {
    let forum = try await TestForum.make()
    let noor = try await forum.member("noor")
    #expect(try await publish("rules", "  ", by: noor).status == 422)
    #expect(try await publish("rules", String(repeating: "a", count: 40_000), by: noor).status == 422)
    #expect(try await publish("rules", "First", by: noor).status == 303)
    let late = try await publish("rules", "Mine", by: noor)
    #expect(late.status == 409 && late.text.contains("Mine") && late.text.contains("name=\"version\" value=\"1\""))
    #expect(try await publish("banner", "Mine", by: noor).status == 404)
    #expect(try await forum.store.number("SELECT count(*) FROM site_text_version") == 1)
  }

  @Test("terms are accepted by who joins, asks first, or claims an account, in the version that was shown") func joining() async throws {
    let forum = try await TestForum.make()
    try await forum.store.addCategory()
    let admin = try await forum.store.add(.noor)
    let noor = try await forum.member("noor")
    func accepted() async throws -> Int { try await forum.store.number("SELECT count(*) FROM terms_acceptance WHERE version = 1") }
    #expect(try await publish("terms", "Play fair.", by: noor).status == 303)
    for path in ["/sign-up", "/ask"] {
      let page = try await forum.visitor().get(path).text
      #expect(page.contains("name=\"terms\" value=\"1\"") && page.contains("href=\"/terms\""), "\(path)")
    }
    let una: KeyValuePairs = ["name": "Una", "email": "una@example.org", "password": "keeps-bees-1987"]
    let stale = try await forum.visitor().post("/sign-up", form: una)
    #expect(stale.status == 409 && stale.text.contains("The terms have changed") && stale.text.contains("value=\"Una\""))
    // Who has an account already reads the same, whatever was shown.
    let known = try await forum.visitor().post(
      "/sign-up", form: ["name": "Una", "email": "noor@example.org", "password": "keeps-bees-1987"])
    #expect(known.status == 409)
    #expect(try await accepted() == 0)
    let joined = try await forum.visitor().post(
      "/sign-up", form: ["name": "Una", "email": "una@example.org", "password": "keeps-bees-1987", "terms": "1"])
    #expect(joined.status == 303)
    #expect(try await accepted() == 1)
    let asked = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "A cold oven", "body": "It stays cold.", "tags": "", "key": "key-12345678",
        "name": "Zoë Müller", "email": "zoe@example.org", "password": "zoe-keeps-bees-1987", "terms": "1",
      ])
    #expect(asked.status == 303)
    #expect(try await accepted() == 2)
    let token = SecretToken(forum.site.services.random)
    try await forum.store.write { tx in
      try tx.run("INSERT INTO member (name, handle, imported, role, created_at) VALUES ('Old Hand', 'old-hand', TRUE, 'member', \(tx.now))")
      try MakeClaimLink(for: Handle("old-hand"), token: token).perform(by: admin, in: tx)
    }
    #expect(try await forum.visitor().get("/claim/\(token.text)").text.contains("name=\"terms\" value=\"1\""))
    let claim: KeyValuePairs = ["email": "old@example.org", "password": "quite-another-hive-9", "terms": "1"]
    #expect(try await forum.visitor().post("/claim/\(token.text)", form: claim).status == 303)
    #expect(try await accepted() == 3)
  }

  @Test("a version that asks anew is shown once at sign-in, accepted or left, and goes with who is erased") func anew() async throws {
    let forum = try await TestForum.make()
    try await forum.store.add(.ana, hash: try await forum.hash(Person.ana.password))
    let noor = try await forum.member("noor")
    let ana = forum.visitor()
    func signIn() async throws -> String? {
      try await ana.post("/sign-in", form: ["email": "ana@example.org", "password": Person.ana.password, "return_to": "/mine"]).location
    }
    #expect(try await publish("terms", "Play fair.", by: noor).status == 303)
    #expect(try await signIn() == "/mine")
    #expect(try await ana.get("/terms/accept?return_to=%2Fmine").location == "/mine")
    #expect(try await publish("terms", "Play fairer.", since: 1, anew: true, by: noor).status == 303)
    #expect(try await signIn() == "/terms/accept?return_to=%2Fmine")
    // Whoever signs in on the way to something else is asked too.
    try await forum.store.addCategory()
    let asked = try await forum.visitor().post(
      "/ask",
      form: [
        "kind": "question", "category": "help", "title": "A cold oven", "body": "It stays cold.", "tags": "", "key": "key-12345678",
        "name": "Ana", "email": "ana@example.org", "password": Person.ana.password, "terms": "2",
      ])
    #expect(asked.location?.hasPrefix("/terms/accept?return_to=%2Ft%2F1") == true)
    let page = try await ana.get("/terms/accept?return_to=%2Fmine").text
    #expect(page.contains("Play fairer.") && page.contains("href=\"/mine\""))
    #expect(try await ana.get("/mine").status == 200)
    #expect(try await ana.post("/terms/accept", form: ["terms": "1", "return_to": "/mine"]).status == 409)
    for _ in 1...2 { #expect(try await ana.post("/terms/accept", form: ["terms": "2", "return_to": "/mine"]).location == "/mine") }
    #expect(try await signIn() == "/mine")
    #expect(try await ana.get("/terms/accept?return_to=https://evil.example").location == "/")
    #expect(try await forum.store.number("SELECT count(*) FROM terms_acceptance") == 1)
    let id = try await forum.store.number("SELECT id FROM member WHERE handle = 'ana'")
    #expect(try await noor.post("/admin/members/\(id)/erase", form: ["handle": "ana"]).status == 303)
    #expect(try await forum.store.number("SELECT count(*) FROM terms_acceptance") == 0)
  }

  @Test("only admins write them, everybody else finds nothing", arguments: ["visitor", "ana", "omar", "mei", "tomas"]) func permission(
    _ name: String
  ) async throws {
    let forum = try await TestForum.make()
    let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
    let (read, write) = name == "visitor" ? (303, 401) : (404, 404)
    for path in ["/admin/texts", "/admin/texts/rules", "/admin/texts/rules/history"] { #expect(try await browser.get(path).status == read) }
    #expect(try await publish("rules", "Mine", by: browser).status == write)
    #expect(try await browser.post("/admin/texts/rules/off").status == write)
    #expect(try await forum.store.number("SELECT count(*) FROM site_text") == 0)
  }
}
