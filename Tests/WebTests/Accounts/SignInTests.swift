import Database
import ForumSupport
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite struct SignInTests {
  @Test("signing in leads back, with a new session each time, and signing out ends it on the server") func inAndOut() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.kai)
    let browser = forum.visitor()
    let answered = try await browser.post(
      "/sign-in", form: ["email": "KAI@example.org ", "password": Person.kai.password, "return_to": "/unanswered"])
    #expect(answered.status == 303 && answered.location == "/unanswered")
    let first = browser.kept
    #expect(try await browser.get("/settings").status == 200)
    try await browser.post("/sign-in", form: ["email": Person.kai.email, "password": Person.kai.password])
    #expect(browser.kept != first)
    let second = browser.kept
    #expect(try await browser.post("/sign-out").status == 303)
    #expect(browser.kept["kindred"] == nil)
    let thief = forum.visitor()
    for cookie in [first, second] {
      let line = cookie.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      #expect(try await thief.get("/settings", headers: [.cookie: line]).status == 303, "a session that ended is nobody's")
    }
  }

  @Test(
    "leading back is to this site only",
    arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\tevil"])
  func openRedirect(place: String) async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.kai)
    let answered = try await forum.visitor().post(
      "/sign-in", form: ["email": Person.kai.email, "password": Person.kai.password, "return_to": place])
    #expect(answered.location == "/")
  }

  @Test("an unknown address reads exactly what a wrong password reads") func likeUnknown() async throws {
    let forum = try await TestForum.make()
    _ = try await forum.joined(.kai)
    func answer(_ email: String) async throws -> String {
      let answered = try await forum.visitor().post("/sign-in", form: ["email": email, "password": "not-the-password-1"])
      #expect(answered.status == 422)
      return answered.text.replacing(email, with: "EMAIL")
    }
    #expect(try await answer("kai@example.org") == answer("nob@example.org"))
  }

  @Test("over plain http at another machine's address every page that would sign somebody in says why that cannot last") func everyPage()
    async throws
  {
    let forum = try await TestForum.make(boundTo: "0.0.0.0")
    try await forum.store.addCategory()
    let browser = forum.visitor()
    for path in ["/sign-in", "/sign-up", "/ask"] {
      let far = try await browser.send(.get, path, authority: "192.0.2.7:8080").text
      #expect(far.contains("You cannot stay signed in at this address"), "\(path)")
      let near = try await browser.send(.get, path, authority: "localhost:8080").text
      #expect(near.contains("<h1>") && !near.contains("You cannot stay signed in"), "\(path)")
    }
  }

  @Test("a thousand wrong passwords are limited per account, whatever address they come from behind the proxy") func perAccount()
    async throws
  {
    let forum = try await TestForum.make(proxies: ["10.0.0.0/8"])
    _ = try await forum.joined(.kai)
    // Joining was an attempt too.
    forum.store.clock.advance(.minutes(16))
    let proxy = forum.visitor(from: "10.0.0.1")
    var limited = 0
    for number in 0..<1000 {
      let answered = try await proxy.post(
        "/sign-in", form: ["email": Person.kai.email, "password": "guess-number-\(number)"],
        headers: [.forwardedFor: "198.51.\(number / 250).\(number % 250)"])
      if answered.status == 429 { limited += 1 }
    }
    #expect(limited == 980)
    let right = try await proxy.post(
      "/sign-in", form: ["email": Person.kai.email, "password": Person.kai.password], headers: [.forwardedFor: "198.51.100.200"])
    #expect(right.status == 429, "the limit holds for the right password too")
    #expect(right.text.contains("value=\"kai@example.org\""), "what was typed comes back")
    forum.store.clock.advance(.minutes(16))
    #expect(try await proxy.post("/sign-in", form: ["email": Person.kai.email, "password": Person.kai.password]).status == 303)
  }

  @Test("wrong passwords for many accounts are limited per address behind the proxy") func perAddress() async throws {
    let forum = try await TestForum.make(proxies: ["10.0.0.0/8"])
    let proxy = forum.visitor(from: "10.0.0.1")
    func attempt(_ number: Int, from client: String) async throws -> Int {
      try await proxy.post(
        "/sign-in", form: ["email": "nobody\(number)@example.org", "password": "guess-1987"], headers: [.forwardedFor: client]
      ).status
    }
    var limited = 0
    for number in 0..<80 where try await attempt(number, from: "198.51.100.7") == 429 { limited += 1 }
    #expect(limited == 20)
    #expect(try await attempt(99, from: "198.51.100.8") == 422, "another client of the same proxy is not punished")
  }

  @Test("over plain http on a network the page says why nobody stays signed in and what to set") func plainHTTP() async throws {
    let open = try await TestForum.make(boundTo: "192.0.2.10")
    let page = try await open.visitor().get("/sign-in")
    #expect(page.says("KINDRED_URL") && page.says("KINDRED_TRUSTED_PROXIES"))
    #expect(!(try await TestForum.make().visitor().get("/sign-in").says("KINDRED_URL")))
    #expect(!(try await TestForum.make(publicURL: "https://bees.example").visitor().get("/sign-in").says("KINDRED_URL")))
  }
}
