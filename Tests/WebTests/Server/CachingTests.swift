import ForumSupport
import HTTPTypes
import Kindred
import Pages
import Testing
import TestSupport

@testable import Web

@Suite struct CachingTests {
  private func forum() async throws -> TestForum {
    try await TestForum.make { table in
      table.get("/test/page") { (context: SiteContext) in
        try await context.page { maker, _ in ErrorPage(.gone, requestID: "fixed", maker: maker) }
      }
    }
  }

  @Test("a browser that has the page is not sent it again, in either spelling") func notModified() async throws {
    let browser = try await forum().visitor()
    let plain = try await browser.get("/test/page")
    let packed = try await browser.get("/test/page", headers: [.acceptEncoding: "br, gzip"])
    let tags = [try #require(plain.headers[.eTag]), try #require(packed.headers[.eTag])]
    #expect(tags[0] != tags[1])
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.bytes.count < plain.bytes.count && packed.bytes.prefix(2) == [0x1F, 0x8B])
    for known in tags + ["W/\(tags[0])", "\"other\", \(tags[0])", "*"] {
      let again = try await browser.get("/test/page", headers: [.ifNoneMatch: known])
      #expect(again.status == 304, "\(known)")
      #expect(again.bytes.isEmpty)
      #expect(again.headers[.eTag] != nil)
    }
    #expect(try await browser.get("/test/page", headers: [.ifNoneMatch: "\"other\""]).status == 200)
  }

  @Test(
    "gzip is sent to who takes it",
    arguments: [("gzip", true), ("br;q=1, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false), ("", false)])
  func accepted(_ header: String, _ isAccepted: Bool) { #expect(Gzip.isAccepted(header) == isAccepted) }

  @Test("HEAD is GET without the page") func head() async throws {
    let browser = try await forum().visitor()
    let get = try await browser.get("/test/page"), head = try await browser.send(.head, "/test/page")
    #expect(head.status == 200)
    #expect(head.bytes.isEmpty)
    #expect(head.headers[.contentLength] == String(get.bytes.count))
    #expect(head.headers[.eTag] == get.headers[.eTag])
    #expect(try await browser.send(.head, "/nothing").status == 404)
  }

  @Test("a page with a session is for one browser alone, and errors are kept by nobody") func policies() async throws {
    let forum = try await forum()
    let anonymous = try await forum.visitor().get("/test/page")
    #expect(anonymous.headers[.cacheControl] == "no-cache")
    #expect(anonymous.headers[.vary]?.contains("Cookie") == true)
    let stale = try await forum.visitor().get("/test/page", headers: [.cookie: "kindred=old"])
    #expect(stale.headers[.cacheControl] == "private, no-cache")
    let kai = try await forum.member("kai")
    #expect(try await kai.get("/test/page").headers[.cacheControl] == "private, no-cache")
    #expect(try await kai.get("/nothing").headers[.cacheControl] == "no-store")
  }

  @Test("what was done is said on the next page once") func flash() async throws {
    let forum = try await TestForum.make { table in
      table.post("/test/act") { (context: SiteContext) in .redirect("/test/page", cookies: [.flash("accepted", at: context.request.door)]) }
      table.get("/test/page") { (context: SiteContext) in
        try await context.page { maker, _ in ErrorPage(.gone, requestID: "fixed", maker: maker) }
      }
    }
    let browser = forum.visitor()
    try await browser.post("/test/act")
    #expect(browser.kept["flash"] == "accepted")
    try await browser.get("/test/page")
    #expect(browser.kept["flash"] == nil)
  }

  @Test("an asset's address changes with its content and may be kept for ever") func assets() async throws {
    let forum = try await forum()
    let path = try #require(forum.site.services.assets.path("css/kindred.css"))
    let answered = try await forum.visitor().get(path)
    #expect(answered.status == 200)
    #expect(answered.headers[.contentType] == "text/css; charset=utf-8")
    #expect(answered.headers[.cacheControl] == "public, max-age=31536000, immutable")
    #expect(try await forum.visitor().get("/assets/000000000000/kindred.css").status == 404)
    #expect(try await forum.visitor().get("/assets/..%2F..%2Fetc/passwd").status == 404)
  }
}
