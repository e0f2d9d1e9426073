import Community
import Database
import ForumSupport
import Pages
import Templates
import TestSupport
import Testing

@testable import Kindred

@Suite("The first admin from the command line") struct FirstAdminTests {
  private static let password = "ovens-and-bees-1987"

  private func forum(promoting: Bool) async throws -> TestForum {
    let forum = try await TestForum.make()
    let (name, email) = (try DisplayName("Noor Haddad"), try EmailAddress("noor@example.org"))
    let hash = try await forum.hash(Self.password)
    let categories = FirstCategories.all
    let add = AddMember(name: name, email: email, passwordHash: hash, role: promoting ? .member : .admin, firstCategories: categories)
    try await forum.store.write { tx in
      _ = try add.perform(in: tx)
      if promoting { try PromoteMember(email, to: .admin, firstCategories: categories).perform(in: tx) }
    }
    return forum
  }

  @Test("the forum is ready: the admin signs in and asks, and the link of set-up is dead", arguments: [false, true])
  func ready(promoting: Bool) async throws {
    let forum = try await forum(promoting: promoting)
    #expect(try await forum.store.write { tx in try OfferSetUp(SecretToken(TestRandom().bytes)).perform(in: tx) } == false)
    let noor = forum.visitor()
    #expect(try await noor.post("/sign-in", form: ["email": "noor@example.org", "password": Self.password]).status == 303)
    let form = try await noor.get("/ask")
    for name in ["Help", "Ideas", "Everything else"] { #expect(form.text.contains(">\(name)</option>")) }
    let asked = try await noor.post(
      "/ask",
      form: ["kind": "question", "category": "help", "title": "Who is here?", "body": "Hello.", "tags": "", "key": "ask-12345678"])
    #expect(asked.status == 303)
    #expect(try await forum.visitor().get(asked.location ?? "").text.contains("Who is here?"))
    #expect(try await forum.visitor().get("/ask").text.contains("action=\"/ask\""))
    try await forum.settle()
  }

  @Test("the first categories are those the form of set-up suggests") func suggested() throws {
    let words = try SiteFabric.editions(ProductFiles(overrides: nil)).site.words
    #expect(FirstCategories.names == (1...3).compactMap { words.known("setUp.category.\($0)") })
  }
}
