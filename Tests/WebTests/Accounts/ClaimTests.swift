import Community
import Database
import ForumSupport
import Kindred
import TestSupport
import Testing
import Web

@Suite struct ClaimTests {
  @Test("an imported member takes over their account by an admin's link, once") func claims() async throws {
    let forum = try await TestForum.make()
    let admin = try await forum.store.add(.noor)
    let random = forum.site.services.random
    let token = SecretToken(random)
    try await forum.store.write { tx in
      try tx.run("INSERT INTO member (name, handle, imported, role, created_at) VALUES ('Old Hand', 'old-hand', TRUE, 'member', \(tx.now))")
      try MakeClaimLink(for: Handle("old-hand"), token: token).perform(by: admin, in: tx)
    }
    let browser = forum.visitor()
    #expect(try await browser.get("/claim/\(token.text)").says("Old Hand"))
    let short = try await browser.post("/claim/\(token.text)", form: ["email": "old@example.org", "password": "short-7"])
    #expect(short.status == 422 && short.text.contains("value=\"old@example.org\""))
    let done = try await browser.post("/claim/\(token.text)", form: ["email": "old@example.org", "password": "quite-another-hive-9"])
    #expect(done.status == 303 && done.location == "/m/old-hand")
    #expect(try await browser.get("/settings").status == 200)
    #expect(try await forum.visitor().get("/claim/\(token.text)").status == 410)
  }
}
