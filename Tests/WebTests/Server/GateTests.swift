import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import Testing
import TestSupport

@testable import Web

@Suite struct GateTests {
  private struct Unexpected: Error {}

  private func forum(publicURL: String? = nil) async throws -> TestForum {
    try await TestForum.make(publicURL: publicURL) { table in
      table.post("/test/form", NoFields.self) { (_: NoFields, _: SiteContext) in .text("taken") }
      table.get("/test/fault/:kind") { (context: SiteContext) in
        switch context.request.parameter("kind") {
        case "gone": throw ForumError.gone
        case "locked": throw ForumError.forbidden(.locked)
        case "soon": throw ForumError.tooSoon(.posts, until: context.now + .seconds(90))
        case "busy": throw DatabaseFault.busy
        case "full": throw DatabaseFault.diskFull
        case "statement": throw DatabaseFault.statement("secret <table>")
        default: throw Unexpected()
        }
      }
    }
  }

  @Test("every answer carries the headers that keep a browser safe") func headers() async throws {
    let forum = try await forum()
    let paths = forum.site.routes.routes.filter { $0.method == .get }.map { route in
      route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.reduce("") { $0 + "/" + $1 }
    }
    for path in paths + ["/", "/nothing/here", "/%zz"] {
      let headers = try await forum.visitor().get(path.isEmpty ? "/" : path).headers
      #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none';") == true, "\(path)")
      #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
      #expect(headers[.xContentTypeOptions] == "nosniff")
      #expect(headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
      #expect(headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] == "same-origin")
      #expect(headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] == "same-origin")
      #expect(headers[.requestID]?.count == 10)
      #expect(headers[.strictTransportSecurity] == nil)
    }
    let secure = try await self.forum(publicURL: "https://forum.example").visitor().get("/nothing")
    #expect(secure.headers[.strictTransportSecurity] == "max-age=31536000")
  }

  @Test("a host that is not ours is told so, and health is asked at any") func wrongHost() async throws {
    let browser = try await forum().visitor()
    for host in ["evil.example", "", "127.0.0.1.evil.example", "192.0.2.1"] {
      #expect(try await browser.send(.get, "/", authority: host).status == 421, "\(host)")
    }
    #expect(try await browser.send(.get, "/healthz", authority: "10.1.2.3:8080").status == 200)
  }

  @Test("a browser at a host that is not ours reads a page with nothing in it that leads there again") func wrongHostPage() async throws {
    let browser = try await forum(publicURL: "https://forum.example").visitor()
    let page = try await browser.send(.get, "/ask", headers: [.accept: "text/html,*/*;q=0.8"], authority: "evil.example")
    #expect(page.status == 421 && page.headers[.contentType] == "text/html; charset=utf-8")
    #expect(page.text.contains("<h1>This address is not ours</h1>"))
    #expect(page.text.contains(try #require(page.headers[.requestID])))
    for way in ["href", "src=", "action=", "evil.example"] { #expect(!page.text.contains(way), "\(way)") }
    let program = try await browser.send(.get, "/ask", headers: [.accept: "application/json"], authority: "evil.example")
    #expect(program.status == 421 && program.headers[.contentType] == "text/plain; charset=utf-8")
  }

  @Test(
    "what went wrong has its status, and its words say nothing of the inside",
    arguments: [("gone", 410), ("locked", 403), ("soon", 429), ("busy", 503), ("full", 507), ("statement", 500), ("other", 500)])
  func troubles(_ kind: String, _ status: Int) async throws {
    let forum = try await forum()
    let answered = try await forum.visitor().get("/test/fault/\(kind)")
    #expect(answered.status == status)
    #expect(answered.text.contains("<h1>"))
    #expect(answered.text.contains(try #require(answered.headers[.requestID])))
    #expect(!answered.text.contains("secret") && !answered.text.contains("Unexpected"))
    #expect(answered.headers[.cacheControl] == "no-store")
    #expect(answered.headers[.retryAfter] == (kind == "soon" ? "90" : kind == "busy" ? "5" : nil))
    let lines = forum.log.lines.filter { $0.contains("what=request") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("error=") == (status >= 500))
  }

  @Test("the log names routes and never what was asked") func log() async throws {
    let forum = try await forum()
    _ = try await forum.visitor().get("/test/fault/gone?q=private-words", headers: [.userAgent: "private-agent"])
    #expect(forum.log.lines.allSatisfy { !$0.contains("private") && !$0.contains("192.0.2") })
    #expect(forum.log.lines.contains { $0.contains("route=/test/fault/:kind") && $0.contains("status=410") })
  }

  @Test("a body over the cap, of another type or with a strange field is refused") func bodies() async throws {
    let browser = try await forum().visitor()
    let form = "application/x-www-form-urlencoded"
    func post(_ body: String, _ type: String) async throws -> Int {
      try await browser.send(.post, "/test/form", headers: [.fetchSite: "same-origin", .contentType: type], body: body).status
    }
    #expect(try await post("", form) == 200)
    #expect(try await post("a=1", form) == 400)
    #expect(try await post("a=1", "application/json") == 415)
    #expect(try await post("a=1", "multipart/form-data; boundary=x") == 415)
    #expect(try await post(String(repeating: "a", count: 256 * 1024 + 1), form) == 413)
  }

  @Test("another method is told which there are, and an endless address is cut short") func methods() async throws {
    let browser = try await forum().visitor()
    let answered = try await browser.send(.delete, "/test/form", headers: [.fetchSite: "same-origin"])
    #expect(answered.status == 405)
    #expect(answered.headers[.allow] == "POST")
    #expect(try await browser.get("/test/form").status == 405)
    #expect(try await browser.get("/" + String(repeating: "a", count: 9000)).status == 414)
  }

  @Test("readiness follows the server's life and its disk") func readiness() async throws {
    let forum = try await forum()
    let browser = forum.visitor()
    #expect(try await browser.get("/readyz").status == 200)
    forum.site.services.health.failedToWrite(.diskFull)
    #expect(try await browser.get("/readyz").text == "ready\n", "the trial write went well, so all is well again")
    forum.site.services.health.stopping()
    let stopping = try await browser.get("/readyz")
    #expect(stopping.status == 503)
    #expect(stopping.text == "not ready: stopping\n")
    #expect(try await browser.get("/healthz").status == 200)
  }
}
