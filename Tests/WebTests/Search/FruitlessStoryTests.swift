import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import TestSupport
import Testing
import Web

@Suite("The page of searches without a result") struct FruitlessStoryTests {
  private func flush(_ forum: TestForum) async { await forum.site.services.fruitless.flush() }

  @Test("what one person looks for is never written down, what two look for is on the admin's page without either of them")
  func two() async throws {
    let forum = try await TestForum.make()
    let cast = try await forum.store.addCast()
    try await forum.store.open("Cold oven", by: try #require(cast[.mei]), in: try await forum.store.addCategory())
    let noor = try await forum.member("noor"), ana = try await forum.member("ana")
    #expect(try await noor.get("/admin/searches").text.contains("Nothing yet"))
    for _ in 1...3 { _ = try await ana.get("/search?q=gasket") }
    _ = try await ana.get("/search?q=oven")
    _ = try await forum.visitor().get("/search?q=oven")
    await flush(forum)
    #expect(try await forum.store.number("SELECT count(*) FROM fruitless_search") == 0)
    _ = try await forum.visitor().get("/search?q=Gasket+")
    _ = try await forum.visitor(from: "192.0.2.9").get(
      "/search?q=gasket", headers: [try #require(HTTPField.Name("Sec-Purpose")): "prefetch"])
    await flush(forum)
    let page = try await noor.get("/admin/searches").text
    #expect(
      page.contains("href=\"/search?q=gasket\"") && page.contains("href=\"/ask?title=gasket\"") && page.contains("<td class=\"r\">2</td>"))
    _ = try await forum.member("kai").get("/search?q=gasket")
    await flush(forum)
    await flush(forum)
    #expect(try await forum.store.number("SELECT people FROM fruitless_search") == 3)
    let dump = try await forum.store.read { tx in try tx.values("SELECT words FROM fruitless_search", as: String.self) }
    #expect(dump == ["gasket"])
  }

  @Test("only admins find the page and the way to it")
  func admins() async throws {
    let forum = try await TestForum.make()
    for name in ["ana", "mei", "tomas"] {
      let browser = try await forum.member(name)
      #expect(try await browser.get("/admin/searches").status == 404)
      #expect(!(try await browser.get("/search").text.contains("/admin/searches")))
    }
    #expect(try await forum.member("noor").get("/search").text.contains("href=\"/admin/searches\""))
  }
}
