import ForumSupport
import HTTPTypes
import Kindred
import Testing
import TestSupport

@testable import Web

@Suite struct OriginTests {
  private func address(_ route: Route) -> String {
    route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.reduce("") { $0 + "/" + $1 }
  }

  @Test("no unsafe route takes a form from another site") func foreign() async throws {
    let forum = try await TestForum.make { table in table.post("/test/act") { (_: SiteContext) in .text("done") } }
    let browser = try await forum.member("noor")
    let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    for route in forum.site.routes.routes where route.method == .post && !route.isOpenToForeignOrigins {
      for (name, value) in [
        (HTTPField.Name.origin, "https://evil.example"), (.origin, "null"), (.origin, "http://127.0.0.1:8081"),
        (.origin, "https://127.0.0.1:8080"),
        (.origin, "http://127.0.0.1:8080.evil.example"), (.fetchSite, "cross-site"), (.fetchSite, "same-site"),
        (.contentType, "application/x-www-form-urlencoded"),
      ] {
        var headers = form
        headers[name] = value
        let answered = try await browser.send(.post, address(route), headers: headers)
        #expect(answered.status == 403, "\(route.pattern) with \(name): \(value)")
      }
    }
  }

  @Test("a form of ours, and one sent by hand, is taken") func ours() async throws {
    let forum = try await TestForum.make { table in table.post("/test/act") { (_: SiteContext) in .text("done") } }
    for headers in [[.origin: "http://127.0.0.1:8080"], [.fetchSite: "same-origin"], [.fetchSite: "none"]] as [HTTPFields] {
      #expect(try await forum.visitor().send(.post, "/test/act", headers: headers).status == 200)
    }
  }

  @Test("the public address is ours whatever host the proxy names") func behindProxy() async throws {
    let forum = try await TestForum.make(publicURL: "https://forum.example", boundTo: "127.0.0.1") { table in
      table.post("/test/act") { (_: SiteContext) in .text("done") }
    }
    let answered = try await forum.visitor().send(
      .post, "/test/act", headers: [.origin: "https://forum.example"], authority: "127.0.0.1:8080")
    #expect(answered.status == 200)
  }
}
