import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite struct SetUpTests {
  private func offered() async throws -> (TestForum, String) {
    let forum = try await TestForum.make()
    let token = SecretToken(forum.site.services.random)
    let isOffered = try await forum.store.write { tx in try OfferSetUp(token).perform(in: tx) }
    #expect(isOffered)
    return (forum, "/set-up/\(token.text)")
  }

  private let filled: KeyValuePairs = [
    "siteName": "Honeybee", "siteDescription": "People who keep bees", "category1": "Help", "category2": "Hives", "category3": "",
    "name": "Noor Haddad", "email": "noor@example.org", "password": "noor-keeps-bees-1987",
  ]

  @Test("the link makes the first admin, the community and its categories, once") func setsUp() async throws {
    let (forum, path) = try await offered()
    let browser = forum.visitor()
    let page = try await browser.get(path)
    #expect(page.status == 200 && page.text.contains("value=\"Help\""))
    let done = try await browser.post(path, form: filled)
    #expect(done.status == 303)
    let privacy = try await browser.get("/privacy").text
    #expect(privacy.contains("Honeybee") && privacy.contains("People who keep bees"))
    let names = try await forum.store.read { tx in try tx.values("SELECT name FROM category ORDER BY position", as: String.self) }
    #expect(names == ["Help", "Hives"])
    #expect(try await forum.visitor().get("/m/noor-haddad").text.contains("chip-staff"))
    #expect(try await forum.visitor().get(path).status == 404)
    #expect(try await forum.visitor().post(path, form: filled).status == 404)
  }

  @Test("what cannot be accepted comes back with everything typed") func problems() async throws {
    let (forum, path) = try await offered()
    let answered = try await forum.visitor().post(
      path,
      form: [
        "siteName": "", "category1": "Help", "category2": "help", "category3": "Else", "name": "Noor", "email": "noor@example.org",
        "password": "12345678",
      ])
    #expect(answered.status == 422)
    for id in ["siteName-problem", "category2-problem", "password-problem"] { #expect(answered.text.contains("id=\"\(id)\""), "\(id)") }
    #expect(answered.text.contains("value=\"Else\"") && answered.text.contains("value=\"noor@example.org\""))
  }

  @Test("any other link is not found") func otherLinks() async throws {
    let (forum, path) = try await offered()
    #expect(try await forum.visitor().get(String(path.dropLast()) + "x").status == 404)
    #expect(try await forum.visitor().get("/set-up/").status == 404)
  }
}
